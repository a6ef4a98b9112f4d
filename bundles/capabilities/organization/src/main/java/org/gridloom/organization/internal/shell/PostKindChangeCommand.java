package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PostKind;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Changes a kind of post; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "post-kind-change", description = "修改职务名目 / Change a kind of post")
public final class PostKindChangeCommand extends PostKindCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    @Completion(PostKindCompleter.class)
    private String code;

    @Override
    protected void run() {
        PostKind before =
                Options.found(vocabulary().postKinds(), each -> each.code().equals(code));
        PostKind changed = vocabulary().changePostKind(code, draft(before), before.version());
        say(Text.of("已变更 %s", "Changed %s", changed.code()));
    }
}
