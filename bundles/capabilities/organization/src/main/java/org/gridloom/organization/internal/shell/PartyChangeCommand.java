package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizationChange;
import org.gridloom.organization.PartyOrganizations;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Changes a party organisation from a day on. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "party-change", description = "变更党组织 / Change a party organisation")
public final class PartyChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(PartyCodeCompleter.class)
    private String code;

    @Option(name = "--name", description = "名称 / Name")
    private String name;

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

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Option(name = "--on", description = "变更日期,缺省为今天 / First day; today if absent")
    private String on;

    @Option(name = "--reason", description = "依据或原因 / Why")
    private String reason;

    @Reference
    private PartyOrganizations party;

    @Override
    protected void run() {
        List<PartyOrganization> history = party.history(code);
        PartyOrganization changed = party.change(
                code,
                new PartyOrganizationChange(
                        name, type, parent, seat, Options.list(covers), note, Options.date("--on", on), reason),
                history.get(history.size() - 1).version());
        say(Text.of("已变更 %s,自 %s 起", "Changed %s from %s on", changed.code(), changed.validFrom()));
    }
}
