package org.gridloom.organization.internal.shell;

import java.util.Arrays;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.completers.StringsCompleter;
import org.gridloom.organization.People;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;

/** Shows in clear what is kept encrypted of a person. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "person-reveal",
        description = "查看加密保存的信息,记入审计 / Shows in clear what is kept encrypted of a person, which is audited")
public final class PersonRevealCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编号 / Code", required = true)
    @Completion(PersonCodeCompleter.class)
    private String code;

    @Option(name = "--id-number", description = "即 --field idNumber / The same as --field idNumber")
    private boolean idNumber;

    @Option(
            name = "--field",
            description =
                    "phone、idNumber、politicalStatus 或 note,缺省为电话 / phone, idNumber, politicalStatus or note; by default"
                            + " the telephone")
    @Completion(
            value = StringsCompleter.class,
            values = {"phone", "idNumber", "politicalStatus", "note"})
    private String field = PersonalDatum.PHONE.field();

    @Option(name = "--reason", required = true, description = "原因 / Why")
    private String reason;

    @Reference
    private People people;

    @Override
    protected void run() {
        PersonalDatum datum = Arrays.stream(PersonalDatum.values())
                .filter(each -> each.field().equals(field))
                .findFirst()
                .orElse(null);
        out().println(people.reveal(code, idNumber ? PersonalDatum.ID_NUMBER : datum, reason));
    }
}
