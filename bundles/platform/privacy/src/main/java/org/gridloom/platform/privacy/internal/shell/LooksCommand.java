package org.gridloom.platform.privacy.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.privacy.internal.Look;
import org.gridloom.platform.privacy.internal.SubjectRights;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** Who looked at a person's data. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "privacy", name = "looks", description = "谁查阅过某人的信息 / Who looked at a person's data")
public final class LooksCommand extends PagedCommand {

    @Argument(index = 0, name = "subject", required = true, description = SubjectCommand.SUBJECT)
    private String subject;

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
        Page<Look> part = rights.looks(subject, pageQuery(Set.of()));
        part.items()
                .forEach(look -> table.row(
                        look.at(),
                        look.account(),
                        look.origin(),
                        look.field() == null ? Text.of("全部(导出)", "all (exported)") : look.field(),
                        look.reason()));
        print(table, part);
    }
}
