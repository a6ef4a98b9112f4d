package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OutsideOrganization;
import org.gridloom.organization.OutsideOrganizationFilter;
import org.gridloom.organization.OutsideOrganizations;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Outside organisations. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "outside-list", description = "外部单位列表 / Outside organisations")
public final class OutsideListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--type", description = "类型 / Type")
    @Completion(OutsideTypeCompleter.class)
    private String type;

    @Option(name = "--serving", description = "服务该单元 / That serve the unit")
    private String serving;

    @Option(name = "--text", description = "名称含有或编码开头 / Part of a name, or beginning of a code")
    private String text;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Reference
    private OutsideOrganizations outside;

    @Override
    protected void run() {
        Page<OutsideOrganization> part = outside.list(
                new OutsideOrganizationFilter(unit, type, serving, text, Options.date("--as-of", asOf)),
                pageQuery(Set.copyOf(OutsideOrganizations.SORTABLE)));
        ShellTable table = table(
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("类型", "Type"),
                Text.of("所在单元", "Seat"),
                Text.of("服务单元", "Serves"),
                Text.of("起始", "From"));
        for (OutsideOrganization each : part.items()) {
            table.row(
                    each.code(), each.name(), each.type(), each.seat(), Options.shown(each.serves()), each.validFrom());
        }
        print(table, part);
    }
}
