package com.example.snow.internal;

import com.example.snow.SnowPermissions;
import java.util.List;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;

/** Everything that snow clearing checks. */
@Component
public final class SnowPermissionSet implements PermissionSet {

    @Override
    public Text module() {
        return Text.of("除雪", "Snow clearing");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(
                new Permission(SnowPermissions.READ, Text.of("查看除雪队伍与出动", "See teams and call-outs")),
                new Permission(
                        SnowPermissions.EDIT,
                        Text.of("维护除雪队伍，下达与完成出动", "Keep teams, order call-outs and say what they took")));
    }
}
