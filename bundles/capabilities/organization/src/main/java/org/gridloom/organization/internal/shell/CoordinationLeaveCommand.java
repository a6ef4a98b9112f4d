package org.gridloom.organization.internal.shell;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.organization.PostEnding;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** An outside organisation leaves a coordination body. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-leave",
        description = "成员单位退出协调机制 / An organisation leaves a coordination body")
public final class CoordinationLeaveCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "协调机制编码 / Code of the body", required = true)
    @Completion(CoordinationCodeCompleter.class)
    private String code;

    @Argument(
            index = 1,
            name = "organization",
            description = "外部单位编码 / Code of the outside organisation",
            required = true)
    @Completion(OutsideCodeCompleter.class)
    private String organization;

    @Option(name = "--on", description = "退出日期,缺省为今天 / First day; today if absent")
    private String on;

    @Option(name = "--reason", description = "依据或原因 / Why")
    private String reason;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        LocalDate day = Options.date("--on", on);
        BodyMember member = Options.found(
                bodies.members(code, day), each -> each.organization().equals(organization));
        BodyMember left = bodies.leave(member.id(), new PostEnding(day, reason), member.version());
        say(Text.of("%s 自 %s 起退出", "%s leaves on %s", left.organization(), left.validTo()));
    }
}
