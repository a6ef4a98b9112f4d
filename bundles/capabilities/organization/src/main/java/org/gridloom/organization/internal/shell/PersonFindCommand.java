package org.gridloom.organization.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.People;
import org.gridloom.organization.PersonSearch;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Finds people by a whole number, which is asked for: what is typed as part of a command stays in its history. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "person-find",
        description =
                "按完整电话或身份证号查找,号码在提示后输入 / Finds people by a whole telephone or identity number, which is asked for")
public final class PersonFindCommand extends GridloomCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    @Completion(UnitCompleter.class)
    private String unit;

    @Option(name = "--id-number", description = "按身份证号,缺省按电话 / By identity number; by default by telephone")
    private boolean idNumber;

    @Reference
    private People people;

    @Override
    protected void run() throws IOException {
        String number = readSecret(idNumber ? Text.of("身份证号", "Identity number") : Text.of("联系电话", "Telephone number"));
        ShellTable table = table(
                Text.of("编号", "Code"),
                Text.of("姓名", "Name"),
                Text.of("电话", "Telephone"),
                Text.of("身份证号", "Identity number"),
                Text.of("单元", "Unit"));
        people.search(new PersonSearch(unit, idNumber ? null : number, idNumber ? number : null))
                .forEach(it -> table.row(it.code(), it.name(), it.phone(), it.idNumber(), it.unit()));
        table.print(out());
    }
}
