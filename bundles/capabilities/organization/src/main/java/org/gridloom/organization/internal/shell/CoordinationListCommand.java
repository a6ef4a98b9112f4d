package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBody;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Coordination bodies. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "coordination-list", description = "协调机制列表 / Coordination bodies")
public final class CoordinationListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        Page<CoordinationBody> part =
                bodies.list(unit, Options.date("--as-of", asOf), pageQuery(Set.copyOf(CoordinationBodies.SORTABLE)));
        ShellTable table = table(
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("类型", "Type"),
                Text.of("单元", "Unit"),
                Text.of("起始", "From"));
        for (CoordinationBody body : part.items()) {
            table.row(body.code(), body.name(), body.type(), body.unit(), body.validFrom());
        }
        print(table, part);
    }
}
