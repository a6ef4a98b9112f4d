package org.gridloom.platform.modules.internal;

import java.util.List;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permissions that this bundle checks. */
@Component
public final class Permissions implements PermissionSet {

    public static final String VIEW = "platform.module.view";
    public static final String MANAGE = "platform.module.manage";
    public static final String ORPHANS = "platform.orphan.export";

    @Override
    public Text module() {
        return Text.of("系统运行", "Operation");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(VIEW, Text.of("查看模块", "View modules")),
                new Permission(
                        MANAGE,
                        Text.of("安装、更新、回退与卸载模块", "Install, update, roll back and uninstall modules"),
                        Duty.SYSTEM),
                new Permission(
                        ORPHANS,
                        Text.of("导出已卸载模块的数据", "Export the data of modules that were uninstalled"),
                        Duty.SYSTEM));
    }
}
