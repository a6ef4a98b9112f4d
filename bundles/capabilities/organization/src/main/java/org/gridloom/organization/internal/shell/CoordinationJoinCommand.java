package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.BodyMemberDraft;
import org.gridloom.organization.CoordinationBodies;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** An outside organisation joins a coordination body. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "coordination-join",
        description = "成员单位加入协调机制 / An organisation joins a coordination body")
public final class CoordinationJoinCommand extends GridloomCommand {

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

    @Option(name = "--from", description = "起始日期,缺省为今天 / First day; today if absent")
    private String from;

    @Option(name = "--to", description = "届满日期 / First day after it")
    private String to;

    @Reference
    private CoordinationBodies bodies;

    @Override
    protected void run() {
        BodyMember joined = bodies.join(
                code, new BodyMemberDraft(organization, Options.date("--from", from), Options.date("--to", to)));
        say(Text.of(
                "%s 自 %s 起为 %s 成员",
                "%s is a member from %s on of %s", joined.organization(), joined.validFrom(), joined.body()));
    }
}
