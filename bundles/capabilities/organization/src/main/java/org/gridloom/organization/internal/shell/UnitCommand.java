package org.gridloom.organization.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.gridloom.organization.Unit;
import org.gridloom.organization.Units;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Base of commands about units. */
abstract class UnitCommand extends PagedCommand {

    @Reference
    private Units units;

    protected final Units units() {
        return units;
    }

    /** The date given to the option; null where none is. */
    protected static LocalDate date(String option, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw Problem.invalid(option, Text.of("应为日期,如 2026-01-31", "Must be a date, as in 2026-01-31"));
        }
    }

    protected final ShellTable unitTable(List<Unit> rows) {
        ShellTable table = table(
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("层级", "Level"),
                Text.of("类别", "Kind"),
                Text.of("自", "From"),
                Text.of("至", "To"));
        rows.forEach(unit ->
                table.row(unit.code(), unit.name(), unit.level(), unit.kind(), unit.validFrom(), unit.validTo()));
        return table;
    }

    protected final void sayIfPreview(boolean dryRun) {
        if (dryRun && !isPlain()) {
            say(Text.of("仅预览,未写入", "A preview: nothing was written"));
        }
    }

    /** All that is recorded of the unit, one line each. */
    protected final void show(Unit unit) {
        table(Text.of("项目", "Item"), Text.of("值", "Value"))
                .row(Text.of("编码", "Code"), unit.code())
                .row(Text.of("名称", "Name"), unit.name())
                .row(Text.of("层级", "Level"), unit.level())
                .row(Text.of("类别", "Kind"), unit.kind())
                .row(Text.of("上级", "Parent"), unit.parent())
                .row(Text.of("自", "From"), unit.validFrom())
                .row(Text.of("至", "To"), unit.validTo())
                .row(Text.of("户数", "Households"), unit.households())
                .row(Text.of("人口数", "Residents"), unit.residents())
                .row(Text.of("范围", "Extent"), unit.extent())
                .row(Text.of("备注", "Note"), unit.note())
                .row(Text.of("版本", "Version"), unit.version())
                .print(out());
    }
}
