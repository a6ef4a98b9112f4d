package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.UnitEditing;
import org.gridloom.platform.console.OptionsAnywhere;

/** Creates a unit. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "create", description = "新设单元 / Creates a unit")
public class CreateCommand extends UnitCommand {

    @Argument(
            index = 0,
            name = "parent",
            required = true,
            description = "上级编码,区级为 - / Code of the parent; - for the district")
    @Completion(UnitCompleter.class)
    private String parent;

    @Argument(index = 1, name = "name", required = true, description = "名称 / Name")
    private String name;

    @Option(name = "--code", description = "编码,缺省为下一个可用编码 / Code; the next free one if absent")
    private String code;

    @Option(name = "--kind", description = "类别 / Kind")
    private String kind;

    @Option(name = "--date", description = "起始日期,缺省为今天 / First day; today if absent")
    private String date;

    @Option(name = "--households", description = "户数 / Households")
    private Integer households;

    @Option(name = "--residents", description = "人口数 / Residents")
    private Integer residents;

    @Option(name = "--extent", description = "范围 / Extent")
    private String extent;

    @Option(name = "--note", description = "备注 / Note")
    private String note;

    @Option(name = "--document", description = "依据文件的文号 / Number of the document in the register on which it rests")
    @Completion(DocumentCompleter.class)
    private String document;

    @Option(name = "--dry-run", description = "只看结果,不写入 / Only show what would follow")
    private boolean dryRun;

    @Reference
    private UnitEditing editing;

    @Override
    protected void run() {
        NewUnit unit = new NewUnit(
                "-".equals(parent) ? null : parent,
                code,
                name,
                kind,
                date("--date", date),
                households,
                residents,
                extent,
                note,
                document);
        show(editing.create(unit, dryRun));
        sayIfPreview(dryRun);
    }
}
