package org.gridloom.platform.privacy.internal.shell;

import org.apache.karaf.shell.api.action.Argument;
import org.gridloom.platform.console.GridloomCommand;

/** Base of commands about one person. */
abstract class SubjectCommand extends GridloomCommand {

    static final String SUBJECT = "种类/编号,如 person/RY000123 / Kind and id, as in person/RY000123";

    @Argument(index = 0, name = "subject", required = true, description = SUBJECT)
    private String subject;

    protected final String subject() {
        return subject;
    }
}
