package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.UnitSplit;
import org.gridloom.platform.console.OptionsAnywhere;

/** Splits a unit into several. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "split", description = "拆分单元 / Splits a unit into several")
public class SplitCommand extends RestructuringCommand {

    @Argument(index = 0, name = "code", required = true, description = "单元编码 / Code of the unit")
    @Completion(UnitCompleter.class)
    private String code;

    @Argument(
            index = 1,
            name = "parts",
            required = true,
            multiValued = true,
            description = "各部分:名称=下级编码,下级编码 / Parts: NAME=CODE,CODE of the units below")
    private List<String> parts;

    @Override
    protected void run() {
        UnitSplit split = new UnitSplit(parts.stream().map(SplitCommand::part).toList(), day(), reason(), document());
        print(restructuring().split(code, split, version(code), dryRun()));
    }

    private static UnitSplit.Part part(String text) {
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String children = equals < 0 ? "" : text.substring(equals + 1);
        return new UnitSplit.Part(null, name, children.isBlank() ? List.of() : List.of(children.split(",")));
    }
}
