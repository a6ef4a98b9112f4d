package org.gridloom.organization.internal.shell;

import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.People;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonFilter;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.PagedCommand;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.text.Text;

/** People. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "people", description = "人员列表 / People")
public final class PersonListCommand extends PagedCommand {

    @Option(name = "--unit", description = "单元及其下 / In the unit and below")
    private String unit;

    @Option(name = "--text", description = "姓名含有或编号开头 / Part of a name, or beginning of a code")
    private String text;

    @Reference
    private People people;

    @Override
    protected void run() {
        Page<Person> part = people.list(new PersonFilter(unit, text, null), pageQuery(Set.copyOf(People.SORTABLE)));
        ShellTable table = table(
                Text.of("编号", "Code"),
                Text.of("姓名", "Name"),
                Text.of("性别", "Sex"),
                Text.of("出生年", "Born"),
                Text.of("电话", "Telephone"),
                Text.of("身份证号", "Identity number"),
                Text.of("单元", "Unit"),
                Text.of("账号", "Account"));
        for (Person person : part.items()) {
            table.row(
                    person.code(),
                    person.name(),
                    person.sex(),
                    person.birthYear(),
                    person.phone(),
                    person.idNumber(),
                    person.unit(),
                    person.account());
        }
        print(table, part);
    }
}
