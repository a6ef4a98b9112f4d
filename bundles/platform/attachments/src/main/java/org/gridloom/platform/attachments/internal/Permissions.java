package org.gridloom.platform.attachments.internal;

import java.util.List;
import org.gridloom.platform.security.Duty;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** The permission that this bundle checks itself; files of records are judged by whose records they are. */
@Component
public final class Permissions implements PermissionSet {

    public static final String MANAGE = "attachments.file.manage";

    @Override
    public Text module() {
        return Text.of("附件", "Attachments");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(MANAGE, Text.of("清理、校验附件文件", "Clean up and verify files of attachments"), Duty.SYSTEM));
    }
}
