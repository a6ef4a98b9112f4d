package org.gridloom.platform.security.internal;

import java.util.List;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permissions that this bundle checks. */
@Component
public class Permissions implements PermissionSet {

    public static final String ACCOUNT_VIEW = "platform.account.view";
    public static final String ACCOUNT_EDIT = "platform.account.edit";
    public static final String GRANT_EDIT = "platform.grant.edit";
    public static final String ROLE_VIEW = "platform.role.view";
    public static final String ROLE_EDIT = "platform.role.edit";
    public static final String CONSOLE_USE = "platform.console.use";
    public static final String SYSTEM_OPERATE = "platform.system.operate";

    @Override
    public Text module() {
        return Text.of("账号与权限", "Accounts and roles");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(ACCOUNT_VIEW, Text.of("查看账号", "View accounts")),
                new Permission(ACCOUNT_EDIT, Text.of("管理账号", "Manage accounts"), Duty.SYSTEM),
                new Permission(GRANT_EDIT, Text.of("授予和收回角色", "Grant and revoke roles"), Duty.SECURITY),
                new Permission(ROLE_VIEW, Text.of("查看角色和权限", "View roles and permissions")),
                new Permission(ROLE_EDIT, Text.of("管理角色", "Manage roles"), Duty.SECURITY),
                new Permission(CONSOLE_USE, Text.of("使用命令行控制台", "Use the console")),
                new Permission(SYSTEM_OPERATE, Text.of("运行维护系统", "Operate the system"), Duty.SYSTEM));
    }
}
