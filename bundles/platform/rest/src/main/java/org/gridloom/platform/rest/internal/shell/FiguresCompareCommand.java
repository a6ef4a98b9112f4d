package org.gridloom.platform.rest.internal.shell;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.internal.figure.FigureTable;
import org.gridloom.platform.rest.internal.figure.FigureTable.ComparedFigure;
import org.gridloom.platform.text.Text;

/** Figures of a unit's subunits side by side. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "figures", name = "compare", description = "下级单位的指标对比 / Figures of a unit's subunits side by side")
public final class FiguresCompareCommand extends FiguresCommand {

    @Argument(name = "unit", description = "上级单位编码,缺省为全区 / Code of the unit above; the district if absent")
    private String unit;

    @Option(name = "--codes", description = "指标代码,逗号分隔 / Codes of figures, comma-separated")
    private String codes;

    @Override
    protected void run() {
        FigureTable compared = figures().compare(unit, asOf(), from(), split(codes));
        List<ComparedFigure> shown = compared.figures();
        ShellTable table = table(Stream.concat(
                        Stream.of(Text.of("编码", "Code"), Text.of("名称", "Name")),
                        shown.stream().map(FiguresCompareCommand::heading))
                .toArray(Text[]::new));
        compared.items()
                .forEach(item -> table.row(Stream.concat(
                                Stream.of(item.code(), item.name()),
                                shown.stream().map(figure -> item.values().get(figure.code())))
                        .toArray()));
        table.print(out());
        sayFailed(compared.failed());
    }

    private static Text heading(ComparedFigure figure) {
        return Text.of(
                "%1$s(%2$s)",
                "%3$s (%4$s)",
                figure.name().zh(),
                figure.unit().zh(),
                figure.name().en(),
                figure.unit().en());
    }
}
