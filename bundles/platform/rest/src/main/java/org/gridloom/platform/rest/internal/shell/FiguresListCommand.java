package org.gridloom.platform.rest.internal.shell;

import java.util.Objects;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.internal.figure.FigureItem;
import org.gridloom.platform.rest.internal.figure.FigureList;
import org.gridloom.platform.text.Text;

/** Figures on the console. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "figures", name = "list", description = "单位的指标 / Figures of a unit")
public final class FiguresListCommand extends FiguresCommand {

    @Argument(name = "unit", description = "单位编码,缺省为全区 / Code of the unit; the district if absent")
    private String unit;

    @Option(name = "--codes", description = "指标代码,逗号分隔 / Codes of figures, comma-separated")
    private String codes;

    @Option(name = "--definitions", description = "显示口径与明细地址 / Show definitions and drill-downs too")
    private boolean definitions;

    @Override
    protected void run() {
        FigureList list = figures().of(unit, asOf(), from(), split(codes));
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
        sayFailed(list.failed());
    }

    private static String period(FigureItem item) {
        return item.from() == null ? Objects.toString(item.asOf()) : item.from() + " – " + item.asOf();
    }
}
