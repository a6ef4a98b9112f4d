package org.gridloom.platform.privacy.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.privacy.internal.Consent;
import org.gridloom.platform.privacy.internal.Consents;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Records a consent or its withdrawal. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "privacy",
        name = "consent",
        description = "登记某人的同意或撤回 / Records a person's consent, or that it was taken back")
public final class ConsentCommand extends SubjectCommand {

    @Reference
    private Consents consents;

    @Argument(index = 1, name = "field", required = true, description = "字段 / Field")
    private String field;

    @Option(name = "--document", required = true, description = "凭据所在 / Where the paper or record is")
    private String document;

    @Option(name = "--on", description = "日期,默认今天 / Day, today by default")
    private String on;

    @Option(name = "--withdraw", description = "撤回 / Taken back")
    private boolean withdraw;

    @Override
    protected void run() {
        if (withdraw) {
            consents.withdraw(subject(), field, document, day());
            say(Text.of("已登记撤回", "The withdrawal is on record"));
        } else {
            Consent made = consents.give(subject(), field, document, day());
            say(Text.of("已登记同意,自 %s 起", "The consent is on record, from %s", made.givenOn()));
        }
    }

    private LocalDate day() {
        try {
            return on == null ? null : LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("--on", Text.of("日期应写作 2026-01-31", "Must be a date as in 2026-01-31"));
        }
    }
}
