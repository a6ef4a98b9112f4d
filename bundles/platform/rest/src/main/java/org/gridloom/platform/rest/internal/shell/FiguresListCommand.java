package org.gridloom.platform.rest.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.internal.figure.FigureItem;
import org.gridloom.platform.rest.internal.figure.FigureList;
import org.gridloom.platform.rest.internal.figure.Figures;
import org.gridloom.platform.text.Text;

/** Figures on the console. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "figures", name = "list", description = "单位的指标 / Figures of a unit")
public final class FiguresListCommand extends GridloomCommand {

    @Argument(name = "unit", description = "单位编码,缺省为全区 / Code of the unit; the district if absent")
    private String unit;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Option(name = "--from", description = "期间起始日 / First day of a period")
    private String from;

    @Option(name = "--codes", description = "指标代码,逗号分隔 / Codes of figures, comma-separated")
    private String codes;

    @Option(name = "--definitions", description = "显示口径与明细地址 / Show definitions and drill-downs too")
    private boolean definitions;

    @Reference
    private Figures figures;

    @Override
    protected void run() {
        FigureList list = figures.of(unit, date("--as-of", asOf), date("--from", from), split(codes));
        ShellTable table = definitions
                ? table(
                        Text.of("代码", "Code"),
                        Text.of("名称", "Name"),
                        Text.of("数值", "Value"),
                        Text.of("单位", "Unit"),
                        Text.of("期间", "Period"),
                        Text.of("口径", "Definition"),
                        Text.of("明细", "Drill-down"))
                : table(
                        Text.of("代码", "Code"),
                        Text.of("名称", "Name"),
                        Text.of("数值", "Value"),
                        Text.of("单位", "Unit"),
                        Text.of("期间", "Period"));
        for (FigureItem item : list.items()) {
            if (definitions) {
                table.row(
                        item.code(),
                        item.name(),
                        item.value(),
                        item.unit(),
                        period(item),
                        item.definition(),
                        item.drillDown());
            } else {
                table.row(item.code(), item.name(), item.value(), item.unit(), period(item));
            }
        }
        table.print(out());
        for (FigureList.Failed failed : list.failed()) {
            say(Text.of("未能计算:%s", "Could not be computed: %s", failed.code()));
        }
    }

    private static String period(FigureItem item) {
        return item.from() == null ? Objects.toString(item.asOf()) : item.from() + " – " + item.asOf();
    }

    private static LocalDate date(String option, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(option, Text.of("应为日期,如 2026-01-31", "Must be a date, as in 2026-01-31"));
        }
    }

    private static Set<String> split(String codes) {
        return codes == null
                ? Set.of()
                : Arrays.stream(codes.split(",")).map(String::trim).collect(Collectors.toSet());
    }
}
