package org.gridloom.training.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;
import org.gridloom.training.Studio;
import org.gridloom.training.StudioDraft;
import org.gridloom.training.Studios;

/** Registers a studio. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "training", name = "studio-create", description = "登记工作室与工作站 / Register a studio")
public final class StudioCreateCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Argument(index = 1, name = "name", description = "名称 / Name", required = true)
    private String name;

    @Argument(index = 2, name = "unit", description = "单元 / Unit", required = true)
    private String unit;

    @Option(name = "--kind", description = "studio 工作室, station 工作站 / studio or station")
    private String kind = "studio";

    @Option(name = "--parent", description = "所属工作室 / Studio that a station belongs to")
    private String parent;

    @Option(name = "--host", description = "主持人编号 / Code of who leads it")
    private String host;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private Studios studios;

    @Override
    protected void run() {
        Studio made = studios.create(new StudioDraft(code, name, kind, parent, unit, host, note));
        say(Text.of("已登记 %s", "Registered %s", made.code()));
    }
}
