package org.gridloom.platform.privacy.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.privacy.internal.Retention;
import org.gridloom.platform.privacy.internal.Retention.Overdue;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** What is kept past its time. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "privacy",
        name = "retention",
        description = "超过保存期限的个人信息 / Personal data that are kept past their time")
public final class RetentionCommand extends PagedCommand {

    @Reference
    private Retention retention;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("人员", "Person"),
                Text.of("单元", "Unit"),
                Text.of("字段", "Field"),
                Text.of("事项结束", "Ended on"),
                Text.of("应删日期", "Due on"));
        Page<Overdue> part = retention.overdue(pageQuery(Set.of()));
        part.items().forEach(it -> table.row(it.subject(), it.unit(), it.field(), it.endedOn(), it.dueOn()));
        print(table, part);
        if (part.atLeast() && !isPlain()) {
            say(Text.of("还有更多:先处理以上各条", "There are more: deal with these first"));
        }
    }
}
