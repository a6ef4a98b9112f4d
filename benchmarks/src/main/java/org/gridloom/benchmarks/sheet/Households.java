package org.gridloom.benchmarks.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheets.internal.table.TableWriter;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;

/**
 * A register of households as a vendor would declare it, for the benchmark only: no record twice, units that are there,
 * an audit entry and an event for the whole. Numbers are kept as they come.
 */
public final class Households implements Sheet {

    private static final String TABLE = "benchmark_household";
    private static final String INSERT = "insert into " + TABLE
            + " (code, head, identity, phone, unit_code, address, members, since, low_income) values (?,?,?,?,?,?,?,?,?)";
    private static final int COLUMNS = 9;
    private static final int BATCH = 1000;
    private static final int UNITS = 931;

    private final Transactions transactions;
    private final Set<String> units = new HashSet<>();

    public Households(Transactions transactions) {
        this.transactions = transactions;
        IntStream.range(0, UNITS).forEach(i -> units.add(unit(i)));
    }

    private static String unit(int i) {
        return "210102%06d".formatted(i % UNITS);
    }

    /** Makes the table of the register. */
    public static void create(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table " + TABLE + " (code varchar(40) primary key, head varchar(50) not null,"
                    + " identity varchar(40), phone varchar(40), unit_code varchar(20) not null, address varchar(200),"
                    + " members integer, since date, low_income boolean)");
        }
        connection.commit();
    }

    /** Empties it. */
    public static void clear(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("truncate table " + TABLE);
        }
        connection.commit();
    }

    public static int count(Tx tx) {
        return (int) Sql.of(tx).count("select count(*) from " + TABLE);
    }

    /** Writes a workbook of so many households; with a fault in each {@code faulty}th row, none for 0. */
    public static void write(int rows, int faulty, OutputStream out) throws IOException {
        try (TableWriter writer = TableWriter.of(SheetFormat.XLSX, "住户登记", out)) {
            writer.header(1, "户编号", "户主姓名", "身份证号", "联系电话", "所在单元编码", "地址", "人口数", "入住日期", "是否低保");
            for (int i = 0; i < rows; i++) {
                boolean wrong = faulty > 0 && (i + 1) % faulty == 0;
                Object[] cells = {
                    "H%07d".formatted(i),
                    "某户" + i,
                    "2101021990%08d".formatted(i),
                    "1380%07d".formatted(i),
                    unit(i),
                    "示例路" + i % 300 + "号" + i % 40 + "单元" + i % 900,
                    wrong ? "若干" : (Object) (1 + i % 6),
                    LocalDate.of(1990, 1, 1).plusDays(i % 9_000),
                    i % 50 == 0 ? "是" : "否"
                };
                writer.row(i + 2, cells, TableWriter.NONE);
            }
        }
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "benchmark.households",
                Text.of("住户登记", "Households"),
                "benchmark.household.edit",
                null,
                Set.of(),
                500_000,
                List.of(
                        SheetColumn.code("code", Text.of("户编号", "Household"))
                                .needed()
                                .upTo(40),
                        SheetColumn.text("head", Text.of("户主姓名", "Head"))
                                .needed()
                                .upTo(50),
                        SheetColumn.code("identity", Text.of("身份证号", "Identity number"))
                                .upTo(40),
                        SheetColumn.code("phone", Text.of("联系电话", "Telephone")).upTo(40),
                        SheetColumn.code("unit", Text.of("所在单元编码", "Unit")).needed(),
                        SheetColumn.text("address", Text.of("地址", "Address")).upTo(200),
                        SheetColumn.whole("members", Text.of("人口数", "Members")),
                        SheetColumn.date("since", Text.of("入住日期", "Since")),
                        SheetColumn.of(SheetColumn.Kind.YES_NO, "lowIncome", Text.of("是否低保", "Low income"))));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        try {
            return dryRun
                    ? transactions.read(tx -> load(tx, rows, true, progress))
                    : transactions.call(tx -> load(tx, rows, false, progress));
        } catch (Faulty faulty) {
            return rows.report(false, 0, 0, 0);
        }
    }

    /** Rolls the import back. */
    private static final class Faulty extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private ImportReport load(Tx tx, SheetRows rows, boolean dryRun, Progress progress) {
        Set<String> known = new HashSet<>(Sql.of(tx).list(row -> row.getString(1), "select code from " + TABLE));
        List<Object[]> batch = new ArrayList<>();
        rows.each(row -> {
            check(row, known);
            if (rows.faults() == 0 && !dryRun) {
                batch.add(values(row));
                if (batch.size() == BATCH) {
                    insert(tx.connection(), batch);
                    progress.at(rows.read(), -1);
                }
            }
        });
        if (dryRun) {
            return rows.report(true, rows.read(), 0, 0);
        }
        if (rows.faults() > 0) {
            throw new Faulty();
        }
        insert(tx.connection(), batch);
        tx.audit(
                AuditEntry.created("benchmark.household.imported", "household/all", null, Map.of("rows", rows.read())));
        tx.publish(
                new EventDraft("benchmark.household.imported", 1, "household/all", null, Map.of("rows", rows.read())));
        return rows.report(false, rows.read(), 0, 0);
    }

    private void check(SheetRow row, Set<String> known) {
        String code = row.text("code");
        if (code != null && !known.add(code)) {
            row.fault("code", Text.of("编号重复", "The code is there twice"));
        }
        String unit = row.text("unit");
        if (unit != null && !units.contains(unit)) {
            row.fault("unit", Text.of("没有此单元", "There is no such unit"));
        }
    }

    private static Object[] values(SheetRow row) {
        LocalDate since = row.date("since");
        return new Object[] {
            row.text("code"),
            row.text("head"),
            row.text("identity"),
            row.text("phone"),
            row.text("unit"),
            row.text("address"),
            row.whole("members"),
            since == null ? null : Date.valueOf(since),
            row.yes("lowIncome")
        };
    }

    /** Inserts the rows in one batch, and forgets them. */
    static void insert(Connection connection, List<Object[]> rows) {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Object[] row : rows) {
                for (int i = 0; i < COLUMNS; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
            rows.clear();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
