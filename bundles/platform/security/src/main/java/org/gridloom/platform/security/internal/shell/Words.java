package org.gridloom.platform.security.internal.shell;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.gridloom.platform.console.ShellTable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.internal.AccountView;
import org.gridloom.platform.security.internal.GrantView;
import org.gridloom.platform.text.Text;

/** Words that several commands use. */
final class Words {

    static final Text DISTRICT = Text.of("全区", "whole district");
    static final Text ALL = Text.of("全部", "all");
    /** Where somebody at the console calls from, as far as failed attempts go. */
    static final String CONSOLE = "127.0.0.1";

    private Words() {}

    static Text state(AccountView account) {
        if (!account.enabled()) {
            return Text.of("停用", "disabled");
        }
        return account.lockedUntil() == null ? Text.of("启用", "enabled") : Text.of("锁定", "locked");
    }

    static Text yesNo(boolean value) {
        return value ? Text.of("是", "yes") : Text.of("否", "no");
    }

    static ShellTable grantTable(Function<Text[], ShellTable> table) {
        return table.apply(new Text[] {
            Text.of("授权", "Grant"),
            Text.of("角色", "Role"),
            Text.of("名称", "Name"),
            Text.of("单元", "Unit"),
            Text.of("自", "From"),
            Text.of("至", "To")
        });
    }

    static ShellTable fill(ShellTable table, List<GrantView> grants) {
        grants.forEach(grant -> table.row(
                grant.id(),
                grant.role(),
                grant.roleName(),
                grant.unit() == null ? DISTRICT : grant.unit(),
                grant.validFrom(),
                grant.validTo()));
        return table;
    }

    static LocalDate date(String option, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(option, Text.of("应为日期,如 2026-01-31", "Must be a date, as in 2026-01-31"));
        }
    }
}
