package org.gridloom.platform.operations.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;

/** Rows of every kind of column that an archive knows, with whatever in them. */
class RandomRowsTest {

    private static final String TABLE = "platform_test_row";
    private static final int COLUMNS = 12;
    private static final long MICROS = 1_000_000;
    private static final long FIRST = Instant.parse("1000-01-01T00:00:00Z").getEpochSecond();
    private static final long LAST = Instant.parse("9999-12-30T00:00:00Z").getEpochSecond();

    @Provide
    Arbitrary<List<Object[]>> rows() {
        Arbitrary<Object> text = texts().map(it -> it);
        Arbitrary<Object> instant = moments().map(it -> OffsetDateTime.ofInstant(it, ZoneOffset.UTC));
        Arbitrary<List<Object>> first = Combinators.combine(
                        optional(text),
                        optional(text),
                        optional(Arbitraries.shorts().map(it -> it)),
                        optional(Arbitraries.integers().map(it -> it)),
                        optional(Arbitraries.longs().map(it -> it)),
                        optional(Arbitraries.bigDecimals()
                                .between(new BigDecimal("-999999999999"), new BigDecimal("999999999999"))
                                .ofScale(5)
                                .map(it -> it)))
                .as((a, b, c, d, e, f) -> Arrays.asList(a, b, c, d, e, f));
        Arbitrary<List<Object>> second = Combinators.combine(
                        optional(doubles().map(it -> it)),
                        optional(Arbitraries.of(true, false).map(it -> it)),
                        optional(moments().map(it -> LocalDate.ofInstant(it, ZoneOffset.UTC))),
                        optional(moments().map(it -> LocalDateTime.ofInstant(it, ZoneOffset.UTC))),
                        optional(instant),
                        optional(Arbitraries.bytes()
                                .array(byte[].class)
                                .ofMaxSize(50)
                                .map(it -> it)))
                .as((a, b, c, d, e, f) -> Arrays.asList(a, b, c, d, e, f));
        return Combinators.combine(first, second)
                .as((some, others) -> {
                    List<Object> all = new ArrayList<>(some);
                    all.addAll(others);
                    return all.toArray();
                })
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    private static Arbitrary<Object> optional(Arbitrary<Object> values) {
        return values.injectNull(0.15);
    }

    /** Any characters that both databases take. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.integers()
                        .between(1, Character.MAX_CODE_POINT)
                        .filter(it -> it < Character.MIN_SURROGATE || it > Character.MAX_SURROGATE)
                        .map(Character::toString)
                        .list()
                        .ofMaxSize(40)
                        .map(some -> String.join("", some)),
                Arbitraries.of("", " ", "null", "\\N", "\"", "[\"a\", 1]", "街道\r\n\t", "\u2028"));
    }

    private static Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.of(
                        Double.MIN_VALUE,
                        Double.MAX_VALUE,
                        0.1,
                        Double.NaN,
                        Double.NEGATIVE_INFINITY,
                        Double.POSITIVE_INFINITY));
    }

    private static Arbitrary<Instant> moments() {
        return Arbitraries.longs()
                .between(FIRST * MICROS, LAST * MICROS)
                .map(micros ->
                        Instant.ofEpochSecond(Math.floorDiv(micros, MICROS), Math.floorMod(micros, MICROS) * 1000));
    }

    @Property(tries = 20)
    void whatWasBackedUpIsRestoredAsItWas(@ForAll("rows") List<Object[]> rows) throws SQLException, IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "rows-").toAbsolutePath();
        try (TestDatabase source = TestDatabase.of();
                TestDatabase target = TestDatabase.of()) {
            createTable(source);
            createTable(target);
            insert(source, rows);
            List<List<Object>> before = content(source);
            assertThat(before).hasSameSizeAs(rows);

            Path archive = new Backups(
                            source.access(), source.platform(), TestFiles.in(folder.resolve("from")), source.clock())
                    .make(folder.resolve("b.zip").toString())
                    .file();
            new Restore(target.access(), target.platform(), TestFiles.in(folder.resolve("to"))).run(archive.toString());

            assertThat(content(target)).isEqualTo(before);
        }
    }

    private static void createTable(TestDatabase db) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            boolean isH2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            statement.execute("create table " + TABLE + " (id int primary key, words varchar(200), prose "
                    + (isH2 ? "clob" : "text") + ", small smallint, number int, big bigint, amount numeric(20,5),"
                    + " size double precision, told boolean, on_day date, at_time timestamp,"
                    + " moment timestamp with time zone, whole "
                    + (isH2 ? "varbinary(100)" : "bytea") + ")");
            connection.commit();
        }
    }

    private static void insert(TestDatabase db, List<Object[]> rows) throws SQLException {
        String places = ", ?".repeat(COLUMNS);
        try (Connection connection = db.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into " + TABLE + " values (?" + places + ")")) {
            for (int row = 0; row < rows.size(); row++) {
                insert.setInt(1, row);
                for (int i = 0; i < COLUMNS; i++) {
                    insert.setObject(i + 2, rows.get(row)[i]);
                }
                insert.executeUpdate();
            }
            connection.commit();
        }
    }

    /** As the driver gives it, not as archives have it. */
    private static List<List<Object>> content(TestDatabase db) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + TABLE + " order by id")) {
            List<List<Object>> content = new ArrayList<>();
            while (row.next()) {
                List<Object> values = new ArrayList<>();
                for (int i = 1; i <= COLUMNS + 1; i++) {
                    values.add(i == 3 ? row.getString(i) : readable(row.getObject(i)));
                }
                content.add(values);
            }
            return content;
        }
    }

    private static Object readable(Object value) {
        return value instanceof byte[] bytes ? Arrays.toString(bytes) : value;
    }
}
