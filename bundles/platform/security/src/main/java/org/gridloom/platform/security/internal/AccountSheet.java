package org.gridloom.platform.security.internal;

import java.util.List;
import java.util.Set;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetPages;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts that the caller may view, without anything to sign in by. */
@Component(service = Sheet.class)
public final class AccountSheet implements Sheet {

    private final Accounts accounts;

    @Activate
    public AccountSheet(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public SheetDefinition definition() {
        return SheetDefinition.exported(
                "security.accounts",
                Text.of("账号", "Accounts"),
                Permissions.ACCOUNT_VIEW,
                Set.of("q", "enabled"),
                List.of(
                        SheetColumn.text("name", Text.of("账号", "Account")),
                        SheetColumn.text("displayName", Text.of("姓名", "Name")),
                        SheetColumn.code("unit", Text.of("单元编码", "Unit")),
                        SheetColumn.text("enabled", Text.of("启用", "Enabled")),
                        SheetColumn.text("mustChangePassword", Text.of("须改密码", "Must change password")),
                        SheetColumn.text("lockedUntil", Text.of("锁定至", "Locked until")),
                        SheetColumn.text("createdAt", Text.of("创建时间", "Created")),
                        SheetColumn.text("passwordChangedAt", Text.of("密码修改时间", "Password changed"))));
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        String asked = query.text("enabled");
        Boolean enabled = asked == null ? null : Boolean.valueOf(asked);
        SheetPages.each(
                query,
                Accounts.SORTABLE,
                page -> accounts.list(query.text("q"), enabled, page),
                each -> out.row(
                        each.name(),
                        each.displayName(),
                        each.unit(),
                        each.enabled(),
                        each.mustChangePassword(),
                        each.lockedUntil(),
                        each.createdAt(),
                        each.passwordChangedAt()));
    }
}
