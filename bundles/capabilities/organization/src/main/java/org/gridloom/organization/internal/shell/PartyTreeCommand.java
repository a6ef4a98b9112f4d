package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PartyNode;
import org.gridloom.organization.PartyOrganization;
import org.gridloom.organization.PartyOrganizations;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** The tree of party organisations. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "party-tree", description = "党组织树 / Tree of party organisations")
public final class PartyTreeCommand extends GridloomCommand {

    @Argument(index = 0, name = "root", description = "顶层编码,缺省为全部 / Code of the topmost; all if absent")
    @Completion(PartyCodeCompleter.class)
    private String root;

    @Option(name = "--depth", description = "向下几层 / Levels below")
    private int depth = 2;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Reference
    private PartyOrganizations party;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("层级", "Level"),
                Text.of("所在单元", "Seat"),
                Text.of("覆盖", "Covers"));
        for (PartyNode node : party.tree(root, depth, Options.date("--as-of", asOf))) {
            PartyOrganization organization = node.organization();
            table.row(
                    "  ".repeat(node.depth()) + organization.code(),
                    organization.name(),
                    organization.level(),
                    organization.seat(),
                    Options.shown(organization.covers()));
        }
        table.print(out());
    }
}
