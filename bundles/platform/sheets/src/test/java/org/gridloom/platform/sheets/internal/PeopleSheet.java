package org.gridloom.platform.sheets.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Choice;
import org.gridloom.platform.sheet.SheetColumn.Kind;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;

/** A list that is kept in memory. */
final class PeopleSheet implements Sheet {

    static final List<String> KEYS = List.of("name", "identity", "born", "members", "share", "party", "tag", "phone");

    final List<List<Object>> records = new ArrayList<>();
    int seen;

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                "test.people",
                Text.of("居民信息", "Residents"),
                "test.edit",
                "test.read",
                Set.of("tag"),
                500_000,
                List.of(
                        SheetColumn.text("name", Text.of("姓名", "Name"))
                                .needed()
                                .upTo(20)
                                .aka("户主姓名")
                                .as("示例"),
                        SheetColumn.code("identity", Text.of("公民身份号码", "Identity number"))
                                .aka("身份证号")
                                .explained(Text.of("18 位", "18 digits")),
                        SheetColumn.date("born", Text.of("出生日期", "Born")).orAbove(),
                        SheetColumn.whole("members", Text.of("涉及人数", "Members")).orAbove(),
                        SheetColumn.of(Kind.DECIMAL, "share", Text.of("得分", "Share")),
                        SheetColumn.of(Kind.YES_NO, "party", Text.of("是否党员", "Party member")),
                        SheetColumn.choice(
                                "tag",
                                Text.of("人员类别", "Tag"),
                                List.of(
                                        new Choice("elder", Text.of("老年人", "elder")),
                                        new Choice("child", Text.of("儿童", "child")))),
                        SheetColumn.text("phone", Text.of("联系电话", "Phone")).aka("联系方式电话")));
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        List<List<Object>> read = new ArrayList<>();
        rows.each(row -> {
            seen++;
            if (!progress.at(rows.read(), -1)) {
                throw Problem.conflict(Text.of("已取消", "Cancelled"));
            }
            read.add(values(row));
        });
        if (rows.faults() == 0 && !dryRun) {
            records.addAll(read);
        }
        return rows.report(dryRun, read.size(), 0, 0);
    }

    private static List<Object> values(SheetRow row) {
        return Arrays.asList(
                row.text("name"),
                row.text("identity"),
                row.date("born"),
                row.whole("members"),
                row.decimal("share"),
                row.yes("party"),
                row.text("tag"),
                row.text("phone"));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        records.stream()
                .filter(each -> query.text("tag") == null || query.text("tag").equals(each.get(6)))
                .forEach(each -> out.row(each.toArray()));
    }
}
