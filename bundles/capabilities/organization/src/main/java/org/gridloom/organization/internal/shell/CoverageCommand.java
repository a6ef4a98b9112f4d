package org.gridloom.organization.internal.shell;

import java.time.LocalDate;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Coverage;
import org.gridloom.organization.CoverageGap;
import org.gridloom.organization.CoverageReport;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Coverage and blind spots. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "coverage", description = "组织覆盖情况与盲点 / Coverage and blind spots")
public final class CoverageCommand extends PagedCommand {

    @Argument(index = 0, name = "unit", description = "单元编码 / Code of the unit", required = true)
    private String unit;

    @Option(name = "--gaps", description = "逐项列出盲点 / Blind spots one by one")
    private boolean gaps;

    @Option(name = "--kind", description = "盲点种类 / Kind of blind spot")
    private String kind;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Reference
    private Coverage coverage;

    @Override
    protected void run() {
        LocalDate date = Options.date("--as-of", asOf);
        if (gaps || kind != null) {
            Page<CoverageGap> part = coverage.gaps(unit, kind, date, pageQuery(Set.of()));
            ShellTable table =
                    table(Text.of("种类", "Kind"), Text.of("单元", "Unit"), Text.of("编码", "Code"), Text.of("名称", "Name"));
            part.items().forEach(gap -> table.row(gap.kind(), gap.unit(), gap.code(), gap.name()));
            print(table, part);
            return;
        }
        CoverageReport report = coverage.report(unit, date);
        ShellTable table = table(Text.of("项目", "What"), Text.of("数值", "Value"));
        table.row(Text.of("网格", "Grids"), report.grids());
        table.row(Text.of("专职网格员", "Full-time workers"), report.fullTimeWorkers());
        table.row(Text.of("每名专职网格员负责网格数", "Grids for each worker"), report.gridsPerWorker());
        report.gaps().forEach(table::row);
        table.print(out());
    }
}
