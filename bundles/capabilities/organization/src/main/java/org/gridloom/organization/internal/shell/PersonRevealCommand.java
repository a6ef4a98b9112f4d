package org.gridloom.organization.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.People;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;

/** Shows a person's number in clear. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "organization",
        name = "person-reveal",
        description = "查看完整电话或身份证号,记入审计 / Shows a person's number in clear, which is audited")
public final class PersonRevealCommand extends GridloomCommand {

    @Argument(index = 0, name = "code", description = "编号 / Code", required = true)
    @Completion(PersonCodeCompleter.class)
    private String code;

    @Option(name = "--id-number", description = "身份证号,缺省为电话 / The identity number; by default the telephone")
    private boolean idNumber;

    @Option(name = "--reason", required = true, description = "原因 / Why")
    private String reason;

    @Reference
    private People people;

    @Override
    protected void run() {
        out().println(people.reveal(code, idNumber ? PersonalDatum.ID_NUMBER : PersonalDatum.PHONE, reason));
    }
}
