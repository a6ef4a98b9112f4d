package org.gridloom.platform.privacy.internal.shell;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.privacy.internal.Retention;
import org.gridloom.platform.text.Text;

/** Fields of personal data. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "privacy", name = "fields", description = "个人信息字段登记 / Fields of personal data that modules declare")
public final class FieldsCommand extends GridloomCommand {

    @Reference
    private Retention retention;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("字段", "Field"),
                Text.of("名称", "Name"),
                Text.of("用途", "Purpose"),
                Text.of("法律依据", "Legal basis"),
                Text.of("保存方式", "How"),
                Text.of("保存(月)", "Kept (months)"),
                Text.of("采集", "Taken"));
        retention
                .fields()
                .forEach(field -> table.row(
                        field.code(),
                        field.name(),
                        field.purpose(),
                        field.basisLabel(),
                        field.keepingLabel(),
                        field.keptMonths(),
                        field.taken() ? Text.of("是", "yes") : Text.of("否", "no")));
        table.print(out());
    }
}
