package org.gridloom.organization.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.People;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Registers a person. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "person-create", description = "登记人员 / Register a person")
public final class PersonCreateCommand extends GridloomCommand {

    @Argument(index = 0, name = "name", description = "姓名 / Name", required = true)
    private String name;

    @Option(name = "--code", description = "编号,缺省自动给出 / Code; given if absent")
    private String code;

    @Option(name = "--unit", description = "所属单元编码 / Unit that keeps the record")
    private String unit;

    @Option(name = "--sex", description = "male, female")
    private String sex;

    @Option(name = "--born", description = "出生年 / Year of birth")
    private Integer born;

    @Option(name = "--status", description = "政治面貌 / Political status")
    private String status;

    @Option(name = "--account", description = "账号 / Account")
    private String account;

    @Option(name = "--note", description = "备注 / Remark")
    private String note;

    @Option(name = "--phone", description = "输入联系电话,不回显 / Asks for the telephone number, unseen")
    private boolean phone;

    @Option(name = "--id-number", description = "输入身份证号,不回显 / Asks for the identity number, unseen")
    private boolean idNumber;

    @Reference
    private People people;

    @Override
    protected void run() throws IOException {
        Person person = people.create(new PersonDraft(
                code,
                name,
                sex,
                born,
                status,
                unit,
                account,
                note,
                phone ? readSecret(Text.of("联系电话", "Telephone number")) : null,
                idNumber ? readSecret(Text.of("身份证号", "Identity number")) : null));
        say(Text.of("已登记 %s", "Registered %s", person.code()));
    }
}
