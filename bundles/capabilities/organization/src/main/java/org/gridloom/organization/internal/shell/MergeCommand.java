package org.gridloom.organization.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.UnitMerge;
import org.gridloom.platform.console.OptionsAnywhere;

/** Merges units into a new one. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "merge", description = "合并单元 / Merges units into a new one")
public class MergeCommand extends RestructuringCommand {

    @Argument(
            index = 0,
            name = "codes",
            required = true,
            multiValued = true,
            description = "被合并单元编码 / Codes of the units")
    @Completion(UnitCompleter.class)
    private List<String> codes;

    @Option(name = "--name", required = true, description = "新单元名称 / Name of the new unit")
    private String name;

    @Option(name = "--parent", description = "新单元上级,缺省为首个单元的上级 / Its parent; the first unit's if absent")
    @Completion(UnitCompleter.class)
    private String parent;

    @Option(name = "--code", description = "新编码,缺省为下一个可用编码 / Its code; the next free one if absent")
    private String newCode;

    @Override
    protected void run() {
        String first = codes.get(0);
        UnitMerge merge =
                new UnitMerge(codes.subList(1, codes.size()), parent, newCode, name, day(), reason(), document());
        print(restructuring().merge(first, merge, version(first), dryRun()));
    }
}
