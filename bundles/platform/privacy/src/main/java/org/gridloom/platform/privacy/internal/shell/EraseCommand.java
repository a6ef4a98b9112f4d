package org.gridloom.platform.privacy.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.privacy.internal.SubjectRights;
import org.gridloom.platform.text.Text;

/** Erases a person's data. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "privacy", name = "erase", description = "删除某人的个人信息,不可恢复 / Erases a person's data for good")
public final class EraseCommand extends SubjectCommand {

    @Reference
    private SubjectRights rights;

    @Option(name = "--reason", required = true, description = "原因 / Why")
    private String reason;

    @Option(name = "--document", description = "依据文号 / Number of a document")
    private String document;

    @Override
    protected void run() {
        rights.erase(subject(), reason, document);
        say(Text.of("已删除 %s 的个人信息", "Erased the data of %s", subject()));
    }
}
