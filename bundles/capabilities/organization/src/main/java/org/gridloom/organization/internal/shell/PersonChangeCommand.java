package org.gridloom.organization.internal.shell;

import java.io.IOException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.organization.People;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.Options;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.text.Text;

/** Changes what is known of a person; what no option names stays. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "person-change", description = "修改人员登记内容 / Change what is known of a person")
public final class PersonChangeCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编号 / Code", required = true)
    @Completion(PersonCodeCompleter.class)
    private String code;

    @Option(name = "--name", description = "姓名 / Name")
    private String name;

    @Option(name = "--unit", description = "所属单元编码 / Unit that keeps the record")
    @Completion(UnitCompleter.class)
    private String unit;

    @Option(name = "--sex", description = "性别 / Sex")
    @Completion(
            value = StringsCompleter.class,
            values = {"male", "female"})
    private String sex;

    @Option(name = "--born", description = "出生年 / Year of birth")
    private Integer born;

    @Option(name = "--status", description = "政治面貌 / Political status")
    private String status;

    @Option(name = "--account", description = "账号,\"\" 为无 / Account; \"\" for none")
    private String account;

    @Option(name = "--note", description = "备注,\"\" 为清除 / Remark; \"\" for none")
    private String note;

    @Option(name = "--phone", description = "输入联系电话,不回显 / Asks for the telephone number, unseen")
    private boolean phone;

    @Option(name = "--id-number", description = "输入身份证号,不回显 / Asks for the identity number, unseen")
    private boolean idNumber;

    @Reference
    private People people;

    @Override
    protected void run() throws IOException {
        Person before = people.get(code);
        PersonDraft draft = new PersonDraft(
                code,
                Options.or(name, before.name()),
                Options.or(sex, before.sex()),
                born == null ? before.birthYear() : born,
                Options.or(status, before.politicalStatus()),
                Options.or(unit, before.unit()),
                Options.or(account, before.account()),
                Options.or(note, before.note()),
                phone ? readSecret(Text.of("联系电话", "Telephone number")) : before.phone(),
                idNumber ? readSecret(Text.of("身份证号", "Identity number")) : before.idNumber());
        Person changed = people.change(code, draft, before.version());
        say(Text.of("已变更 %s", "Changed %s", changed.code()));
    }
}
