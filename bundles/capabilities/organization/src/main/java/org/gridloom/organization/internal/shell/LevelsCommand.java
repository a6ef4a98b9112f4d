package org.gridloom.organization.internal.shell;

import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Parsing;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.OptionsAnywhere;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.text.Text;

/** Shows the levels and how codes are made. */
@Service
@Parsing(OptionsAnywhere.class)
@Command(scope = "organization", name = "levels", description = "层级与编码规则 / Shows the levels and how codes are made")
public class LevelsCommand extends UnitCommand {

    @Override
    protected void run() {
        ShellTable table = table(
                Text.of("层级", "Level"),
                Text.of("名称", "Name"),
                Text.of("位数", "Digits"),
                Text.of("编码长度", "Code length"),
                Text.of("类别", "Kinds"));
        units().levels()
                .forEach(level -> table.row(
                        level.code(),
                        level.name(),
                        level.digits(),
                        level.codeLength(),
                        level.kinds().stream()
                                .map(kind -> kind.code() + " " + String.join(",", kind.suffixes()))
                                .collect(Collectors.joining("; "))));
        table.print(out());
    }
}
