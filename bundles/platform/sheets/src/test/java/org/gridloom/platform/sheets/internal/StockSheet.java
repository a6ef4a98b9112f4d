package org.gridloom.platform.sheets.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Sql;

/** A list whose rows add to what a table holds, in the order of the file, so that those who import meet each other. */
final class StockSheet implements Sheet {

    private final TestDatabase db;

    StockSheet(TestDatabase db, List<String> codes) {
        this.db = db;
        db.platform().run(tx -> {
            Sql sql = Sql.of(tx);
            sql.update("create table test_stock (code varchar(40) primary key, amount bigint not null)");
            codes.forEach(code -> sql.update("insert into test_stock values (?, 0)", code));
        });
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "test.stock",
                Text.of("物资", "Stock"),
                "test.edit",
                "test.read",
                Set.of(),
                1_000,
                List.of(
                        SheetColumn.code("code", Text.of("编码", "Code")).needed(),
                        SheetColumn.whole("amount", Text.of("数量", "Amount")).needed()));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        Map<String, Integer> amounts = new LinkedHashMap<>();
        rows.each(row -> read(row, amounts));
        if (rows.faults() == 0 && !dryRun) {
            db.platform().run(tx -> {
                Sql sql = Sql.of(tx);
                amounts.forEach((code, amount) -> add(sql, code, amount, progress));
            });
        }
        return rows.report(dryRun, 0, amounts.size(), 0);
    }

    private static void read(SheetRow row, Map<String, Integer> amounts) {
        Integer amount = row.whole("amount");
        if (amount != null) {
            amounts.put(row.text("code"), amount);
        }
    }

    private static void add(Sql sql, String code, int amount, Progress progress) {
        if (!progress.at(1, -1)) {
            throw Problem.conflict(Text.of("已取消", "Cancelled"));
        }
        sql.update("update test_stock set amount = amount + ? where code = ?", amount, code);
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        db.platform()
                .read(tx -> Sql.of(tx)
                        .list(
                                row -> new Object[] {row.getString(1), row.getLong(2)},
                                "select code, amount from test_stock order by code"))
                .forEach(out::row);
    }

    long total() {
        return db.platform().read(tx -> Sql.of(tx).count("select sum(amount) from test_stock"));
    }
}
