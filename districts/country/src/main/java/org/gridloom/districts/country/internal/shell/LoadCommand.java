package org.gridloom.districts.country.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.districts.country.internal.Country;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.text.Text;

/** Loads the country. Ctrl-C cancels it and leaves nothing. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "country", name = "load", description = "装入全国统计用区划 / Loads all divisions of the country")
public class LoadCommand extends GridloomCommand {

    @Option(name = "--dry-run", description = "只检查,不写入 / Only check")
    private boolean dryRun;

    @Reference
    private Country country;

    @Override
    protected void run() throws Exception {
        ImportReport report = watched(progress -> country.load(dryRun, progress));
        if (!report.accepted()) {
            throw Problem.invalid(report.violations());
        }
        table(
                        Text.of("读取行数", "Rows read"),
                        Text.of("新增", "Created"),
                        Text.of("更新", "Updated"),
                        Text.of("不变", "Unchanged"))
                .row(report.rows(), report.created(), report.updated(), report.unchanged())
                .print(out());
        if (report.dryRun() && !isPlain()) {
            say(Text.of("仅检查,未写入", "Checked only: nothing was written"));
        }
    }
}
