package org.gridloom.platform.privacy.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.privacy.internal.SubjectExport;
import org.gridloom.platform.privacy.internal.SubjectRights;
import org.gridloom.platform.text.Text;

/** All that is held on a person. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(
        scope = "privacy",
        name = "export",
        description = "某人的全部信息及查阅记录 / All that is held on a person, and who looked at it")
public final class ExportCommand extends SubjectCommand {

    @Reference
    private SubjectRights rights;

    @Option(name = "--reason", required = true, description = "原因,记入审计 / Why, for the audit trail")
    private String reason;

    @Override
    protected void run() {
        SubjectExport export = rights.export(subject(), reason);
        ShellTable held = table(
                Text.of("记录", "Record"),
                Text.of("项目", "Item"),
                Text.of("内容", "Value"),
                Text.of("用途", "Purpose"),
                Text.of("法律依据", "Legal basis"));
        export.held()
                .forEach(
                        entry -> held.row(entry.record(), entry.name(), entry.value(), entry.purpose(), entry.basis()));
        held.print(out());
        ShellTable consents = table(Text.of("同意的字段", "Consent to"), Text.of("同意", "Given"), Text.of("撤回", "Withdrawn"));
        export.consents().forEach(it -> consents.row(it.field(), it.givenOn(), it.withdrawnOn()));
        consents.print(out());
        ShellTable looks = table(
                Text.of("查阅时间", "Looked at"),
                Text.of("账号", "Account"),
                Text.of("字段", "Field"),
                Text.of("原因", "Reason"));
        export.looks().forEach(look -> looks.row(look.at(), look.account(), look.field(), look.reason()));
        looks.print(out());
    }
}
