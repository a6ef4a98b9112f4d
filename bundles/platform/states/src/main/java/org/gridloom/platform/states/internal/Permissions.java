package org.gridloom.platform.states.internal;

import java.util.List;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permission that this bundle checks; which cases are seen is up to each machine's own. */
@Component
public final class Permissions implements PermissionSet {

    public static final String READ = "states.read";

    @Override
    public Text module() {
        return Text.of("办理流程", "Procedures");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(READ, Text.of("查看办理流程", "See procedures")));
    }
}
