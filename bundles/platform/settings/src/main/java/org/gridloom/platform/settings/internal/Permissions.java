package org.gridloom.platform.settings.internal;

import java.util.List;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permissions that this bundle checks. */
@Component
public final class Permissions implements PermissionSet {

    public static final String VIEW = "settings.value.view";
    public static final String MANAGE = "settings.value.manage";
    public static final String SECURITY = "settings.security.manage";

    @Override
    public Text module() {
        return Text.of("系统配置", "Settings");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(VIEW, Text.of("查看配置", "See settings")),
                new Permission(MANAGE, Text.of("修改配置", "Change settings"), Duty.SYSTEM),
                new Permission(SECURITY, Text.of("修改安全配置", "Change security settings"), Duty.SECURITY));
    }

    /** Which permission changes what is the work of a duty. */
    static String of(Duty duty) {
        return duty == Duty.SECURITY ? SECURITY : MANAGE;
    }
}
