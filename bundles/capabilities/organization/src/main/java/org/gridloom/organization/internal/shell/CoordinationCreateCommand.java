package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBody;
import org.gridloom.organization.CoordinationBodyDraft;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Sets up a coordination body. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "coordination-create", description = "建立协调机制 / Set up a coordination body")
public final class CoordinationCreateCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Argument(index = 1, name = "name", description = "名称 / Name", required = true)
    private String name;

    @Option(name = "--type", description = "类型 / Type")
    @Completion(BodyTypeCompleter.class)
    private String type;

    @Option(name = "--unit", description = "所在单元编码 / Code of the unit it works at")
    @Completion(UnitCompleter.class)
    private String unit;

    @Option(name = "--from", description = "起始日期,缺省为今天 / First day; today if absent")
    private String from;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        CoordinationBody made =
                bodies.create(new CoordinationBodyDraft(code, name, type, unit, Options.date("--from", from), note));
        say(Text.of("已建立 %s", "Set up %s", made.code()));
    }
}
