package org.gridloom.training.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Catalogue;
import org.gridloom.training.CatalogueFilter;
import org.gridloom.training.Programme;
import org.gridloom.training.Programmes;

/** Programmes. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "programme-list", description = "培训项目列表 / Programmes")
public final class ProgrammeListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--text", description = "名称含有或编码开头 / Part of a name, or beginning of a code")
    private String text;

    @Reference
    private Programmes programmes;

    @Override
    protected void run() {
        Page<Programme> part =
                programmes.list(new CatalogueFilter(unit, text), pageQuery(Set.copyOf(Catalogue.SORTABLE)));
        ShellTable table = table(
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("单元", "Unit"),
                Text.of("应参训期数", "Sessions"),
                Text.of("合格分数", "Pass score"));
        part.items()
                .forEach(each ->
                        table.row(each.code(), each.name(), each.unit(), each.requiredSessions(), each.passScore()));
        print(table, part);
    }
}
