package org.gridloom.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.gridloom.benchmarks.Sides.Side;
import org.gridloom.benchmarks.district.Country;
import org.gridloom.benchmarks.district.District;
import org.gridloom.benchmarks.load.Connection.Answer;
import org.gridloom.benchmarks.load.Load;

/** What pages ask most, of few units and of a whole country, beside the plainest servlet that answers the same rows. */
final class ReadBenchmark {

    private static final String POSTGRESQL = "PostgreSQL";
    private static final String H2 = "H2";
    private static final int REQUESTS = 200;
    private static final int OK = 200;

    private final Options options;
    private final Map<String, List<String>> asked = new LinkedHashMap<>();
    private final HttpClient client = HttpClient.newHttpClient();

    ReadBenchmark(Options options) {
        this.options = options;
        List<Country.Unit> units = new ArrayList<>(Country.first(District.SMALL));
        Collections.shuffle(units, new Random(1));
        ask("a unit", "unit", units);
        ask("children", "children", at(units, "city", "district", "street"));
        ask("ancestors", "ancestors", at(units, "community"));
        ask("first page of a subtree", "subtree", at(units, "district", "street"));
        ask("first page of the whole", "subtree", at(units, "country"));
        asked.put(
                "search for a name",
                at(units, "community").stream()
                        .limit(REQUESTS)
                        .map(unit -> "search/" + unit.name())
                        .toList());
        asked.put("search for a common word", List.of("search/社区", "search/村民委员会", "search/居委会"));
        ask("figures of a unit", "figures", at(units, "district", "street"));
        ask("figures of the whole", "figures", at(units, "country"));
    }

    private static List<Country.Unit> at(List<Country.Unit> units, String... levels) {
        return units.stream()
                .filter(unit -> List.of(levels).contains(unit.level()))
                .toList();
    }

    private void ask(String name, String what, List<Country.Unit> units) {
        asked.put(
                name,
                units.stream()
                        .limit(REQUESTS)
                        .map(unit -> what + "/" + unit.code())
                        .toList());
    }

    void run() throws Exception {
        try (Sides sides = new Sides(options, false)) {
            lookUpFigures(sides);
            Table table = new Table(
                    "asked",
                    "ms at 5,000",
                    "ms at all",
                    "× from few to all",
                    "p99 ms at 5,000",
                    "p99 ms at all",
                    "answers/s at all",
                    "floor's",
                    "part of the floor's at 5,000",
                    "at all");
            Table onH2 = new Table("asked, on H2", "ms at 5,000", "ms at all", "× from few to all", "p99 ms at all");
            for (Map.Entry<String, List<String>> each : asked.entrySet()) {
                bothAnswerTheSame(sides, each.getValue());
                Measured measured = new Measured(options, sides.all(), side -> clients(side, each.getValue()));
                table.row(
                        each.getKey(),
                        measured.median(POSTGRESQL, false, false).shown("%.2f"),
                        measured.median(POSTGRESQL, false, true).shown("%.2f"),
                        measured.growth(POSTGRESQL).shown("%.2f"),
                        measured.p99(POSTGRESQL, false, false).shown("%.1f"),
                        measured.p99(POSTGRESQL, false, true).shown("%.1f"),
                        measured.perSecond(POSTGRESQL, false, true).shown("%.0f"),
                        measured.perSecond(POSTGRESQL, true, true).shown("%.0f"),
                        measured.share(false).shown("%.2f"),
                        measured.share(true).shown("%.2f"));
                if (options.h2()) {
                    onH2.row(
                            each.getKey(),
                            measured.median(H2, false, false).shown("%.2f"),
                            measured.median(H2, false, true).shown("%.2f"),
                            measured.growth(H2).shown("%.2f"),
                            measured.p99(H2, false, true).shown("%.1f"));
                }
                Report.line("measured: " + each.getKey());
            }
            table.print();
            if (options.h2()) {
                onH2.print();
            }
        }
    }

    private static Load.Clients clients(Side side, List<String> requests) {
        List<byte[]> prepared = requests.stream()
                .map(request ->
                        org.gridloom.benchmarks.load.Connection.request("GET", path(side, request), side.token(), null))
                .toList();
        return number -> (connection, n) -> {
            Answer answer = connection.send(prepared.get((number * 31 + n) % prepared.size()));
            if (answer.status() != OK) {
                throw new IllegalStateException(side.name() + " answers " + answer.status());
            }
        };
    }

    private static String path(Side side, String request) {
        String what = request.substring(0, request.indexOf('/'));
        String value = request.substring(what.length() + 1);
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        if (side.floor()) {
            return what.equals("search") ? "/read/search?q=" + encoded : "/read/" + request;
        }
        return switch (what) {
            case "unit" -> "/api/organization/units/" + value;
            case "search" -> "/api/organization/units?q=" + encoded;
            case "figures" -> "/api/figures?unit=" + value;
            default -> "/api/organization/units/" + value + "/" + what;
        };
    }

    private JsonNode get(Side side, String request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + side.port() + path(side, request)))
                        .header("Authorization", "Bearer " + side.token())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IllegalStateException(side.name() + " answers " + answer.statusCode() + ": " + answer.body());
        }
        return new ObjectMapper().readTree(answer.body());
    }

    private void bothAnswerTheSame(Sides sides, List<String> requests) throws IOException, InterruptedException {
        for (boolean large : List.of(false, true)) {
            List<Set<String>> codes = new ArrayList<>();
            for (Side side : sides.all()) {
                if (side.isLarge() == large && side.database().equals(POSTGRESQL)) {
                    JsonNode answer = get(side, requests.get(0));
                    codes.add(new TreeSet<>(
                            (answer.has("items") ? answer.get("items") : answer).findValuesAsText("code")));
                }
            }
            if (!codes.get(0).equals(codes.get(1)) || codes.get(0).isEmpty()) {
                throw new IllegalStateException("The floor answers otherwise to " + requests.get(0) + ": " + codes);
            }
        }
    }

    /** Puts the figures down for the floor, which only looks them up. */
    private void lookUpFigures(Sides sides) throws SQLException, IOException, InterruptedException {
        Set<String> units = new TreeSet<>();
        asked.values()
                .forEach(requests -> requests.stream()
                        .filter(request -> request.startsWith("figures/"))
                        .forEach(request -> units.add(request.substring("figures/".length()))));
        for (Side side : sides.all()) {
            if (side.floor() || !side.database().equals(POSTGRESQL)) {
                continue;
            }
            String database = Sides.database(side);
            sides.postgres()
                    .execute(
                            database,
                            "create table floor_figure (scope varchar(40), ordinal int, code varchar(100), name text,"
                                    + " value bigint, unit text, as_of text, definition text, drill_down text,"
                                    + " primary key (scope, ordinal))");
            try (Connection connection = sides.postgres().connect(database);
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into floor_figure values (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (String unit : units) {
                    int ordinal = 0;
                    for (JsonNode item : get(side, "figures/" + unit).get("items")) {
                        insert.setString(1, unit);
                        insert.setInt(2, ordinal++);
                        insert.setString(3, item.path("code").asText());
                        insert.setString(4, item.path("name").asText());
                        insert.setLong(5, item.path("value").asLong());
                        insert.setString(6, item.path("unit").asText());
                        insert.setString(7, item.path("asOf").asText());
                        insert.setString(8, item.path("definition").asText());
                        insert.setString(9, item.path("drillDown").asText());
                        insert.addBatch();
                    }
                }
                insert.executeBatch();
            }
            sides.postgres().execute(database, "analyze floor_figure");
        }
    }
}
