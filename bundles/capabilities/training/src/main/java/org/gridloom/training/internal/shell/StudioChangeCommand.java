package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Studio;
import org.gridloom.training.StudioDraft;
import org.gridloom.training.Studios;

/** Changes a studio or station; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "studio-change", description = "修改工作室与工作站 / Change a studio")
public final class StudioChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Option(name = "--name", description = "名称 / Name")
    private String name;

    @Option(name = "--unit", description = "单元 / Unit")
    private String unit;

    @Option(name = "--kind", description = "studio 工作室, station 工作站 / studio or station")
    private String kind;

    @Option(name = "--parent", description = "所属工作室,\"\" 为无 / Studio that a station belongs to; \"\" for none")
    private String parent;

    @Option(name = "--host", description = "主持人编号,\"\" 为无 / Code of who leads it; \"\" for none")
    private String host;

    @Option(name = "--note", description = "备注,\"\" 为无 / Remark; \"\" for none")
    private String note;

    @Reference
    private Studios studios;

    @Override
    protected void run() {
        Studio before = studios.get(code);
        Studio changed = studios.change(
                code,
                new StudioDraft(
                        code,
                        Options.or(name, before.name()),
                        Options.or(kind, before.kind()),
                        Options.or(parent, before.parent()),
                        Options.or(unit, before.unit()),
                        Options.or(host, before.host()),
                        Options.or(note, before.note())),
                before.version());
        say(Text.of("已变更 %s", "Changed %s", changed.code()));
    }
}
