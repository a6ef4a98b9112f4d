package org.gridloom.platform.events.internal;

import java.util.List;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permissions that this bundle checks. */
@Component
public final class Permissions implements PermissionSet {

    public static final String AUDIT_READ = "audit.read";
    public static final String AUDIT_VERIFY = "audit.verify";
    public static final String EVENTS_READ = "events.read";
    public static final String EVENTS_MANAGE = "events.manage";

    @Override
    public Text module() {
        return Text.of("审计与事件", "Audit trail and events");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(AUDIT_READ, Text.of("查看审计记录", "Read the audit trail"), Duty.AUDIT),
                new Permission(AUDIT_VERIFY, Text.of("校验审计记录", "Verify the audit trail"), Duty.AUDIT),
                new Permission(EVENTS_READ, Text.of("查看事件", "Read events"), Duty.AUDIT),
                new Permission(EVENTS_MANAGE, Text.of("管理事件投递", "Manage the delivery of events"), Duty.SYSTEM));
    }
}
