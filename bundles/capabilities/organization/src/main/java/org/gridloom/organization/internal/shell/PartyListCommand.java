package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizationFilter;
import org.gridloom.organization.PartyOrganizations;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Party organisations. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "party-list", description = "党组织列表 / List of party organisations")
public final class PartyListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--level", description = "层级 / Level")
    @Completion(PartyLevelCompleter.class)
    private String level;

    @Option(name = "--type", description = "类型 / Type")
    @Completion(PartyTypeCompleter.class)
    private String type;

    @Option(name = "--covering", description = "覆盖该单元 / That cover the unit")
    private String covering;

    @Option(name = "--text", description = "名称含有或编码开头 / Part of a name, or beginning of a code")
    private String text;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Reference
    private PartyOrganizations party;

    @Override
    protected void run() {
        Page<PartyOrganization> part = party.list(
                new PartyOrganizationFilter(unit, level, type, covering, text, Options.date("--as-of", asOf)),
                pageQuery(Set.copyOf(PartyOrganizations.SORTABLE)));
        ShellTable table = table(
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("层级", "Level"),
                Text.of("类型", "Type"),
                Text.of("上级", "Parent"),
                Text.of("所在单元", "Seat"),
                Text.of("起始", "From"),
                Text.of("终止", "To"));
        for (PartyOrganization organization : part.items()) {
            table.row(
                    organization.code(),
                    organization.name(),
                    organization.level(),
                    organization.type(),
                    organization.parent(),
                    organization.seat(),
                    organization.validFrom(),
                    organization.validTo());
        }
        print(table, part);
    }
}
