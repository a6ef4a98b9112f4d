package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OutsideOrganization;
import org.gridloom.organization.OutsideOrganizationChange;
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Changes an outside organisation from a day on. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "outside-change", description = "变更外部单位 / Change an outside organisation")
public final class OutsideChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(OutsideCodeCompleter.class)
    private String code;

    @Option(name = "--name", description = "名称 / Name")
    private String name;

    @Option(name = "--type", description = "类型 / Type")
    @Completion(OutsideTypeCompleter.class)
    private String type;

    @Option(name = "--seat", description = "所在单元编码 / Code of the unit where it resides")
    @Completion(UnitCompleter.class)
    private String seat;

    @Option(name = "--serves", description = "服务单元编码,逗号分隔 / Units it serves, comma-separated")
    private String serves;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Option(name = "--on", description = "变更日期,缺省为今天 / First day; today if absent")
    private String on;

    @Option(name = "--reason", description = "依据或原因 / Why")
    private String reason;

    @Reference
    private OutsideOrganizations outside;

    @Override
    protected void run() {
        List<OutsideOrganization> history = outside.history(code);
        OutsideOrganization changed = outside.change(
                code,
                new OutsideOrganizationChange(
                        name, type, seat, Options.list(serves), note, Options.date("--on", on), reason),
                history.get(history.size() - 1).version());
        say(Text.of("已变更 %s,自 %s 起", "Changed %s from %s on", changed.code(), changed.validFrom()));
    }
}
