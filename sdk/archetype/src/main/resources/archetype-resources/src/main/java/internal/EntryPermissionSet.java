package ${package}.internal;

import ${package}.EntryPermissions;
import java.util.List;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** Everything that the module checks. */
@Component
public final class EntryPermissionSet implements PermissionSet {

    @Override
    public Text module() {
        return Text.of("${titleZh}", "${titleEn}");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(EntryPermissions.READ, Text.of("查看记录", "See entries")),
                new Permission(EntryPermissions.EDIT, Text.of("登记与修改记录", "Register and change entries")));
    }
}
