package org.gridloom.platform.assembly.internal;

import java.util.List;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permissions that this bundle checks; each section checks its own besides. */
@Component
public final class Permissions implements PermissionSet {

    public static final String READ = "assembly.file.read";
    public static final String APPLY = "assembly.file.apply";

    @Override
    public Text module() {
        return Text.of("区级装配", "District's file");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(READ, Text.of("导出、比较区级装配", "Export and compare the district's file")),
                new Permission(APPLY, Text.of("应用区级装配", "Apply a district's file"), Duty.SYSTEM));
    }
}
