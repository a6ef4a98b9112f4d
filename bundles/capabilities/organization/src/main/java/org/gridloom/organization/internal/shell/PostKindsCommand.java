package org.gridloom.organization.internal.shell;

import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Kinds of posts. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "post-kinds", description = "职务名目 / Kinds of posts")
public final class PostKindsCommand extends GridloomCommand {

    @Reference
    private Vocabulary vocabulary;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("所属", "Holder"),
                Text.of("设在", "Places"),
                Text.of("唯一", "Single"),
                Text.of("职责", "Duty"));
        for (PostKind kind : vocabulary.postKinds()) {
            table.row(
                    kind.code(),
                    kind.name(),
                    kind.holder(),
                    kind.places().stream().sorted().collect(Collectors.joining(",")),
                    kind.single() ? "✓" : "",
                    kind.duty());
        }
        table.print(out());
    }
}
