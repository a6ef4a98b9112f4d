package org.gridloom.platform.rules.internal;

import java.util.List;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permissions that this bundle checks. The calendar is read by whoever is signed in. */
@Component
public final class Permissions implements PermissionSet {

    public static final String RULES_READ = "rules.read";
    public static final String RULES_EDIT = "rules.edit";
    public static final String CALENDAR_EDIT = "calendar.edit";

    @Override
    public Text module() {
        return Text.of("规则与工作日历", "Rules and work calendar");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(RULES_READ, Text.of("查看规则", "See rules")),
                new Permission(RULES_EDIT, Text.of("编制、发布、撤回规则版本", "Draft, publish and withdraw versions of rules")),
                new Permission(CALENDAR_EDIT, Text.of("维护工作日历", "Keep the work calendar")));
    }
}
