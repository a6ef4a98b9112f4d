package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OutsideOrganization;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Registers an outside organisation. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "outside-create", description = "登记外部单位 / Register an outside organisation")
public final class OutsideCreateCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Argument(index = 1, name = "name", description = "名称 / Name", required = true)
    private String name;

    @Option(name = "--type", description = "类型 / Type")
    @Completion(OutsideTypeCompleter.class)
    private String type;

    @Option(name = "--seat", description = "所在单元编码 / Code of the unit where it resides")
    private String seat;

    @Option(name = "--serves", description = "服务单元编码,逗号分隔 / Units it serves, comma-separated")
    private String serves;

    @Option(name = "--from", description = "起始日期,缺省为今天 / First day; today if absent")
    private String from;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private OutsideOrganizations outside;

    @Override
    protected void run() {
        OutsideOrganization made = outside.create(new OutsideOrganizationDraft(
                code, name, type, seat, Options.list(serves), Options.date("--from", from), note));
        say(Text.of("已登记 %s", "Registered %s", made.code()));
    }
}
