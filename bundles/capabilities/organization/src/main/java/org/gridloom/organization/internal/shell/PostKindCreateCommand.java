package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.organization.PostKind;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Creates a kind of post. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "post-kind-create", description = "新建职务名目 / Create a kind of post")
public final class PostKindCreateCommand extends PostKindCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Option(name = "--holder", description = "所属 / What has such posts")
    @Completion(
            value = StringsCompleter.class,
            values = {"party", "unit", "outside", "body"})
    private String holder;

    @Override
    protected void run() {
        PostKind made = vocabulary()
                .createPostKind(draft(new PostKind(code, Text.of("", ""), holder, Set.of(), false, null, false, 0)));
        say(Text.of("已新建 %s", "Created %s", made.code()));
    }
}
