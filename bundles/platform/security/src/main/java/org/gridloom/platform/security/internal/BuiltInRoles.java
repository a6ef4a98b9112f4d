package org.gridloom.platform.security.internal;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.text.Text;

/** The roles that a district starts with; all but the administrator's can be changed like any other. */
final class BuiltInRoles {

    static final String ADMINISTRATOR = "administrator";

    private static final Set<String> READS = Set.of(
            "organization.unit.read",
            "organization.party.read",
            "organization.person.read",
            "organization.outside.read",
            "organization.coordination.read",
            "organization.document.read",
            "states.read");
    private static final Set<String> COMMUNITY =
            and(READS, Set.of("organization.person.edit", "organization.outside.edit", "organization.task.work"));
    private static final Set<String> STREET = and(
            COMMUNITY,
            Set.of(
                    "organization.unit.edit",
                    "organization.party.edit",
                    "organization.post.appoint",
                    "organization.coordination.edit"));
    private static final Set<String> DISTRICT =
            Set.of("organization.unit.restructure", "organization.vocabulary.edit", "organization.document.edit");
    private static final Set<String> OPERATION = Set.of(
            Permissions.CONSOLE_USE,
            Permissions.SYSTEM_OPERATE,
            "platform.module.view",
            "platform.module.manage",
            "settings.value.view",
            "settings.value.manage",
            "events.manage",
            "jobs.job.view",
            "jobs.job.manage",
            "operations.backup.manage",
            "operations.read-only.manage",
            "operations.doctor.view",
            "operations.metrics.view",
            "operations.support.create");

    private BuiltInRoles() {}

    static List<Role> all() {
        return List.of(
                new Role(ADMINISTRATOR, Text.of("超级管理员", "Administrator"), true, Set.of(), 0),
                role("operator", Text.of("运维人员", "Operator"), OPERATION),
                role(
                        "system-administrator",
                        Duty.SYSTEM.title(),
                        and(
                                OPERATION,
                                Set.of(Permissions.ACCOUNT_VIEW, Permissions.ACCOUNT_EDIT, Permissions.ROLE_VIEW))),
                role(
                        "security-administrator",
                        Duty.SECURITY.title(),
                        Set.of(
                                Permissions.CONSOLE_USE,
                                Permissions.ACCOUNT_VIEW,
                                Permissions.GRANT_EDIT,
                                Permissions.ROLE_VIEW,
                                Permissions.ROLE_EDIT,
                                "settings.value.view",
                                "settings.security.manage")),
                role(
                        "account-manager",
                        Text.of("账号管理员", "Account manager"),
                        Set.of(
                                Permissions.ACCOUNT_VIEW,
                                Permissions.ACCOUNT_EDIT,
                                Permissions.GRANT_EDIT,
                                Permissions.ROLE_VIEW)),
                role(
                        "auditor",
                        Duty.AUDIT.title(),
                        Set.of(
                                Permissions.CONSOLE_USE,
                                "audit.read",
                                "audit.verify",
                                "events.read",
                                Permissions.ACCOUNT_VIEW,
                                Permissions.ROLE_VIEW)),
                role("organization-manager", Text.of("组织管理员", "Organisation manager"), and(STREET, DISTRICT)),
                role("street-staff", Text.of("街道工作人员", "Street staff"), STREET),
                role("community-staff", Text.of("社区工作者", "Community staff"), COMMUNITY),
                role("grid-worker", Text.of("网格员", "Grid worker"), READS));
    }

    private static Role role(String code, Text name, Set<String> permissions) {
        return new Role(code, name, false, permissions, 0);
    }

    private static Set<String> and(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
