package org.gridloom.organization.internal.shell;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.CoordinationBody;
import org.gridloom.organization.CoordinationBodyChange;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Changes a coordination body from a day on. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "coordination-change", description = "变更协调机制 / Change a coordination body")
public final class CoordinationChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(CoordinationCodeCompleter.class)
    private String code;

    @Option(name = "--name", description = "名称 / Name")
    private String name;

    @Option(name = "--type", description = "类型 / Type")
    @Completion(BodyTypeCompleter.class)
    private String type;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Option(name = "--on", description = "变更日期,缺省为今天 / First day; today if absent")
    private String on;

    @Option(name = "--reason", description = "依据或原因 / Why")
    private String reason;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        LocalDate day = Options.date("--on", on);
        CoordinationBody changed = bodies.change(
                code,
                new CoordinationBodyChange(name, type, note, day, reason),
                bodies.get(code, day).version());
        say(Text.of("已变更 %s,自 %s 起", "Changed %s from %s on", changed.code(), changed.validFrom()));
    }
}
