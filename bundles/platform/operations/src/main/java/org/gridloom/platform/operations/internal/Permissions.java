package org.gridloom.platform.operations.internal;

import java.util.List;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permissions that this bundle checks. */
@Component
public final class Permissions implements PermissionSet {

    public static final String BACKUP = "operations.backup.manage";
    public static final String READ_ONLY = "operations.read-only.manage";

    @Override
    public Text module() {
        return Text.of("系统运维", "Operations");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(BACKUP, Text.of("备份与恢复", "Back up and restore"), Duty.SYSTEM),
                new Permission(READ_ONLY, Text.of("设为只读", "Make the district read-only"), Duty.SYSTEM));
    }
}
