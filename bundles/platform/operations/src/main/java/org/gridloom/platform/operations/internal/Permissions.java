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
    public static final String DOCTOR = "operations.doctor.view";
    public static final String METRICS = "operations.metrics.view";
    public static final String SUPPORT = "operations.support.create";

    @Override
    public Text module() {
        return Text.of("系统运维", "Operations");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(BACKUP, Text.of("备份与恢复", "Back up and restore"), Duty.SYSTEM),
                new Permission(READ_ONLY, Text.of("设为只读", "Make the district read-only"), Duty.SYSTEM),
                new Permission(DOCTOR, Text.of("查看系统检查与预警", "See what the doctor finds and warns of"), Duty.SYSTEM),
                new Permission(METRICS, Text.of("读取监控指标", "Read metrics"), Duty.SYSTEM),
                new Permission(SUPPORT, Text.of("生成支持包", "Make support bundles"), Duty.SYSTEM));
    }
}
