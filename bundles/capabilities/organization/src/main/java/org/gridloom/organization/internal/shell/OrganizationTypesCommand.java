package org.gridloom.organization.internal.shell;

import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.organization.OrganizationType;
import org.gridloom.organization.Vocabulary;
import org.gridloom.platform.console.GridloomCommand;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Types of organisations. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "organization-types", description = "组织类型 / Types of organisations")
public final class OrganizationTypesCommand extends GridloomCommand {

    @Reference
    private Vocabulary vocabulary;

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("类别", "Family"),
                Text.of("编码", "Code"),
                Text.of("名称", "Name"),
                Text.of("层级", "Levels"),
                Text.of("覆盖多个", "Covers many"),
                Text.of("自治", "Self-government"));
        for (OrganizationType type : vocabulary.types()) {
            table.row(
                    type.family(),
                    type.code(),
                    type.name(),
                    type.levels().stream().sorted().collect(Collectors.joining(",")),
                    type.coversMany() ? "✓" : "",
                    type.selfGovernment() ? "✓" : "");
        }
        table.print(out());
    }
}
