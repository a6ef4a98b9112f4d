package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizationDraft;
import org.gridloom.organization.PartyOrganizations;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Founds a party organisation. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "party-create", description = "新建党组织 / Found a party organisation")
public final class PartyCreateCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Argument(index = 1, name = "name", description = "名称 / Name", required = true)
    private String name;

    @Option(name = "--level", description = "层级 / Level")
    @Completion(PartyLevelCompleter.class)
    private String level;

    @Option(name = "--type", description = "类型 / Type")
    @Completion(PartyTypeCompleter.class)
    private String type;

    @Option(name = "--parent", description = "上级编码 / Code of the organisation above")
    @Completion(PartyCodeCompleter.class)
    private String parent;

    @Option(name = "--seat", description = "所在单元编码 / Code of the unit it is seated at")
    private String seat;

    @Option(name = "--covers", description = "覆盖单元编码,逗号分隔 / Units it covers, comma-separated")
    private String covers;

    @Option(name = "--from", description = "起始日期,缺省为今天 / First day; today if absent")
    private String from;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private PartyOrganizations party;

    @Override
    protected void run() {
        PartyOrganization founded = party.create(new PartyOrganizationDraft(
                code, name, level, type, parent, seat, Options.list(covers), Options.date("--from", from), note));
        say(Text.of("已新建 %s", "Founded %s", founded.code()));
    }
}
