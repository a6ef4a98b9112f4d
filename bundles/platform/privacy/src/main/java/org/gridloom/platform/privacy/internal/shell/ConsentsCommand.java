package org.gridloom.platform.privacy.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.privacy.internal.Consents;
import org.gridloom.platform.text.Text;

/** What a person agreed to. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "privacy", name = "consents", description = "某人的同意记录 / What a person agreed to")
public final class ConsentsCommand extends SubjectCommand {

    @Reference
    private Consents consents;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("字段", "Field"),
                Text.of("同意日期", "Given"),
                Text.of("凭据", "Document"),
                Text.of("撤回日期", "Withdrawn"),
                Text.of("撤回凭据", "Document"));
        consents.of(subject())
                .forEach(it -> table.row(
                        it.field(), it.givenOn(), it.givenDocument(), it.withdrawnOn(), it.withdrawnDocument()));
        table.print(out());
    }
}
