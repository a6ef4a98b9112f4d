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
import org.gridloom.organization.PartyOrganizations;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** One party organisation. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "party-show", description = "党组织详情与沿革 / A party organisation and its history")
public final class PartyShowCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(PartyCodeCompleter.class)
    private String code;

    @Option(name = "--as-of", description = "日期,缺省为今天 / Date; today if absent")
    private String asOf;

    @Option(name = "--history", description = "显示沿革 / All it ever was")
    private boolean history;

    @Reference
    private PartyOrganizations party;

    @Override
    protected void run() {
        List<PartyOrganization> periods =
                history ? party.history(code) : List.of(party.get(code, Options.date("--as-of", asOf)));
        ShellTable table = table(
                Text.of("名称", "Name"),
                Text.of("层级", "Level"),
                Text.of("类型", "Type"),
                Text.of("上级", "Parent"),
                Text.of("所在单元", "Seat"),
                Text.of("覆盖", "Covers"),
                Text.of("起始", "From"),
                Text.of("终止", "To"),
                Text.of("备注", "Note"),
                Text.of("版本", "Version"));
        for (PartyOrganization period : periods) {
            table.row(
                    period.name(),
                    period.level(),
                    period.type(),
                    period.parent(),
                    period.seat(),
                    Options.shown(period.covers()),
                    period.validFrom(),
                    period.validTo(),
                    period.note(),
                    period.version());
        }
        table.print(out());
    }
}
