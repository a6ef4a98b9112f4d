package org.gridloom.platform.jobs.internal;

import java.util.List;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permissions that this bundle checks. Own notices need none. */
@Component
public final class Permissions implements PermissionSet {

    public static final String JOB_VIEW = "jobs.job.view";
    public static final String JOB_MANAGE = "jobs.job.manage";

    @Override
    public Text module() {
        return Text.of("定时任务", "Jobs");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(JOB_VIEW, Text.of("查看定时任务", "View jobs"), Duty.SYSTEM),
                new Permission(JOB_MANAGE, Text.of("管理定时任务", "Manage jobs"), Duty.SYSTEM));
    }
}
