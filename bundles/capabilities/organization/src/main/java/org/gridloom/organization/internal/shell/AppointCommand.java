package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostAppointment;
import org.gridloom.organization.Posts;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Appoints a person. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "appoint", description = "任职 / Appoint a person to a post")
public final class AppointCommand extends GridloomCommand {

    @Argument(index = 0, name = "person", description = "人员编号 / Code of the person", required = true)
    @Completion(PersonCodeCompleter.class)
    private String person;

    @Argument(index = 1, name = "kind", description = "职务 / Kind of post", required = true)
    @Completion(PostKindCompleter.class)
    private String kind;

    @Argument(index = 2, name = "at", description = "任职单位编码 / Code of the organisation, unit or body", required = true)
    private String at;

    @Option(name = "--from", description = "任职日期,缺省为今天 / First day; today if absent")
    private String from;

    @Option(name = "--to", description = "届满日期 / First day after the term")
    private String to;

    @Option(name = "--cross", description = "交叉任职单位 / Outside organisation of a cross-appointment")
    @Completion(OutsideCodeCompleter.class)
    private String cross;

    @Option(name = "--represents", description = "代表单位 / Outside organisation that the seat represents")
    @Completion(OutsideCodeCompleter.class)
    private String represents;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Reference
    private Posts posts;

    @Override
    protected void run() {
        Post post = posts.appoint(new PostAppointment(
                person, kind, at, Options.date("--from", from), Options.date("--to", to), cross, represents, note));
        say(Text.of(
                "任职 %d:%s 自 %s 起任 %s",
                "Post %d: %s is %4$s from %3$s on", post.id(), post.personName(), post.validFrom(), post.kind()));
    }
}
