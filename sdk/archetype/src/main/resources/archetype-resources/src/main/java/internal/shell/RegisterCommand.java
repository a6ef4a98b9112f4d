package ${package}.internal.shell;

import ${package}.Entries;
import ${package}.EntryDraft;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Registers an entry. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "${capability}", name = "register", description = "登记 / Register an entry")
public final class RegisterCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编码 / Code", required = true)
    private String code;

    @Argument(index = 1, name = "title", description = "标题 / Title", required = true)
    private String title;

    @Argument(index = 2, name = "unit", description = "单元编码 / Unit", required = true)
    private String unit;

    @Argument(index = 3, name = "day", description = "日期 / Day", required = true)
    private String day;

    @Reference
    private Entries entries;

    @Override
    protected void run() {
        entries.register(new EntryDraft(code, title, unit, Options.date("day", day)));
        say(Text.of("已登记 %s", "Registered %s", code));
    }
}
