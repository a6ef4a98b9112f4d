package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostEnding;
import org.gridloom.organization.Posts;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Ends a term. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "post-end", description = "卸任 / End a term")
public final class PostEndCommand extends GridloomCommand {

    @Argument(index = 0, name = "id", description = "任职编号 / Id of the term", required = true)
    private long id;

    @Option(name = "--on", description = "卸任日期,缺省为今天 / First day; today if absent")
    private String on;

    @Option(name = "--reason", description = "依据或原因 / Why")
    private String reason;

    @Reference
    private Posts posts;

    @Override
    protected void run() {
        Post post = posts.end(
                id,
                new PostEnding(Options.date("--on", on), reason),
                posts.get(id).version());
        say(Text.of("任职 %d 至 %s 止", "Post %d ends on %s", post.id(), post.validTo()));
    }
}
