package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostHandover;
import org.gridloom.organization.Posts;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Hands a post over. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "handover", description = "职务交接 / Hand a post over")
public final class HandOverCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "任职编号 / Id of the term", required = true)
    private long id;

    @Argument(index = 1, name = "person", description = "接任人员编号 / Code of who takes over", required = true)
    @Completion(PersonCodeCompleter.class)
    private String person;

    @Option(name = "--on", description = "交接日期,缺省为今天 / First day; today if absent")
    private String on;

    @Option(name = "--to", description = "新任届满日期 / First day after the new term")
    private String to;

    @Option(name = "--represents", description = "代表单位 / Outside organisation that the seat represents")
    @Completion(OutsideCodeCompleter.class)
    private String represents;

    @Option(name = "--reason", description = "依据或原因 / Why")
    private String reason;

    @Reference
    private Posts posts;

    @Override
    protected void run() {
        Post post = posts.handOver(
                id,
                new PostHandover(person, Options.date("--on", on), Options.date("--to", to), represents, reason),
                posts.get(id).version());
        say(Text.of(
                "已交接,新任职 %d:%s,自 %s 起",
                "Handed over, post %d: %s from %s on", post.id(), post.personName(), post.validFrom()));
    }
}
