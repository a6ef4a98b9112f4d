package org.gridloom.organization.internal.shell;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.UnitChange;
import org.gridloom.organization.UnitEditing;
import org.gridloom.platform.console.OptionsAnywhere;

/** Changes what is recorded of a unit. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "change", description = "修改单元登记内容 / Changes what is recorded of a unit")
public class ChangeCommand extends UnitCommand {

    @Argument(index = 0, name = "code", required = true, description = "单元编码 / Code of the unit")
    @Completion(UnitCompleter.class)
    private String code;

    @Option(name = "--households", description = "户数 / Households")
    private Integer households;

    @Option(name = "--residents", description = "人口数 / Residents")
    private Integer residents;

    @Option(name = "--extent", description = "范围 / Extent")
    private String extent;

    @Option(name = "--note", description = "备注 / Note")
    private String note;

    @Option(name = "--date", description = "生效日期,缺省为今天 / First day of the change; today if absent")
    private String date;

    @Option(name = "--reason", description = "原因 / Reason")
    private String reason;

    @Option(name = "--document", description = "依据文件的文号 / Number of the document in the register on which it rests")
    @Completion(DocumentCompleter.class)
    private String document;

    @Option(name = "--dry-run", description = "只看结果,不写入 / Only show what would follow")
    private boolean dryRun;

    @Reference
    private UnitEditing editing;

    @Override
    protected void run() {
        LocalDate day = date("--date", date);
        UnitChange change = new UnitChange(day, null, households, residents, extent, note, reason, document);
        show(editing.change(code, change, units().get(code, day).version(), dryRun));
        sayIfPreview(dryRun);
    }
}
