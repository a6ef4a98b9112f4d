package org.gridloom.platform.privacy.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.privacy.internal.SubjectRights;
import org.gridloom.platform.text.Text;

/** Who looked at a person's data. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "privacy", name = "looks", description = "谁查阅过某人的信息 / Who looked at a person's data")
public final class LooksCommand extends SubjectCommand {

    @Reference
    private SubjectRights rights;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("时间", "At"),
                Text.of("账号", "Account"),
                Text.of("来源", "From"),
                Text.of("字段", "Field"),
                Text.of("原因", "Reason"));
        rights.looks(subject())
                .forEach(look -> table.row(
                        look.at(),
                        look.account(),
                        look.origin(),
                        look.field() == null ? Text.of("全部(导出)", "all (exported)") : look.field(),
                        look.reason()));
        table.print(out());
    }
}
