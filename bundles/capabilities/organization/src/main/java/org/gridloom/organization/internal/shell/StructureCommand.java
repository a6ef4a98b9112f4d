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
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.UnitStructure;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Who works together in a unit. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "structure", description = "单元的“1+N”共建架构 / The 1+N of a unit")
public final class StructureCommand extends GridloomCommand {

    @Argument(index = 0, name = "unit", description = "单元编码 / Code of the unit", required = true)
    @Completion(UnitCompleter.class)
    private String unit;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Reference
    private OutsideOrganizations outside;

    @Override
    protected void run() {
        UnitStructure structure = outside.structure(unit, Options.date("--as-of", asOf));
        ShellTable table = table(
                Text.of("组成", "Part"),
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("类型", "Type"),
                Text.of("所在单元", "Seat"));
        for (PartyOrganization each : structure.party()) {
            table.row(Text.of("党组织", "party"), each.code(), each.name(), each.type(), each.seat());
        }
        add(table, Text.of("驻区单位", "residents"), structure.residents());
        add(table, Text.of("群众自治", "self-government"), structure.selfGovernment());
        table.print(out());
    }

    private static void add(ShellTable table, Text part, List<OutsideOrganization> organizations) {
        organizations.forEach(each -> table.row(part, each.code(), each.name(), each.type(), each.seat()));
    }
}
