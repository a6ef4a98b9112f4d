package org.gridloom.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridloom.benchmarks.Sides.Side;
import org.gridloom.benchmarks.district.Country;
import org.gridloom.benchmarks.district.District;
import org.gridloom.benchmarks.load.Connection;
import org.gridloom.benchmarks.load.Connection.Answer;
import org.gridloom.benchmarks.load.Load;

/** Changes that are checked, audited and told of, beside a servlet that writes the same rows in one JDBC transaction. */
final class WriteBenchmark {

    private static final String POSTGRESQL = "PostgreSQL";
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int GRIDS = 899;

    private final Options options;
    private final List<Country.Unit> communities;
    private final Map<String, String> tags = new ConcurrentHashMap<>();
    private final Map<Side, AtomicInteger> made = new ConcurrentHashMap<>();

    WriteBenchmark(Options options) {
        this.options = options;
        communities = Country.first(District.SMALL).stream()
                .filter(unit -> unit.level().equals("community"))
                .toList();
    }

    void run() throws Exception {
        try (Sides sides = new Sides(options, true)) {
            Table table = new Table(
                    "written",
                    "ms at 5,000",
                    "ms at all",
                    "× from few to all",
                    "p99 ms at all",
                    "writes/s at all",
                    "floor's",
                    "part of the floor's at 5,000",
                    "at all");
            row(table, "rename: PATCH with audit entry and event", new Measured(options, sides.all(), this::renames));
            row(
                    table,
                    "create: POST with audit entry, event and Idempotency-Key",
                    new Measured(options, sides.all(), this::creations));
            table.print();
        }
    }

    private void row(Table table, String name, Measured measured) {
        table.row(
                name,
                measured.median(POSTGRESQL, false, false).shown("%.2f"),
                measured.median(POSTGRESQL, false, true).shown("%.2f"),
                measured.growth(POSTGRESQL).shown("%.2f"),
                measured.p99(POSTGRESQL, false, true).shown("%.1f"),
                measured.perSecond(POSTGRESQL, false, true).shown("%.0f"),
                measured.perSecond(POSTGRESQL, true, true).shown("%.0f"),
                measured.share(false).shown("%.2f"),
                measured.share(true).shown("%.2f"));
    }

    /** Each client renames units of its own, to and fro, each time as it was answered last. */
    private Load.Clients renames(Side side) {
        return number -> (connection, n) -> {
            Country.Unit unit = communities.get(number * 50 + n % 50);
            String key = side.name() + unit.code();
            String tag = tags.getOrDefault(key, "\"1\"");
            String name = unit.name() + (Long.parseLong(tag.replaceAll("\\D", "")) % 2 == 1 ? "新址" : "");
            String path = (side.floor() ? "/rename/" : "/api/organization/units/") + unit.code();
            Answer answer = connection.send(
                    Connection.request("PATCH", path, side.token(), "{\"name\":\"" + name + "\"}", "If-Match", tag));
            expect(OK, side, answer);
            tags.put(key, answer.tag());
        };
    }

    /** New grids, spread over all communities. */
    private Load.Clients creations(Side side) {
        AtomicInteger next = made.computeIfAbsent(side, each -> new AtomicInteger());
        return number -> (connection, n) -> {
            int serial = next.getAndIncrement();
            String community = communities.get(serial % communities.size()).code();
            int suffix = 1 + serial / communities.size();
            if (suffix > GRIDS) {
                throw new IllegalStateException("No codes are left");
            }
            String code = String.format("%s%03d", community, suffix);
            String body = "{\"parent\":\"" + community + "\",\"code\":\"" + code + "\",\"name\":\"第" + suffix
                    + "网格\",\"kind\":\"basic\"}";
            expect(
                    CREATED,
                    side,
                    connection.send(Connection.request(
                            "POST",
                            side.floor() ? "/create" : "/api/organization/units",
                            side.token(),
                            body,
                            "Idempotency-Key",
                            side.name().replaceAll("\\W", "") + code)));
        };
    }

    private static void expect(int status, Side side, Answer answer) {
        if (answer.status() != status) {
            throw new IllegalStateException(side.name() + " answers " + answer.status());
        }
    }
}
