package org.gridloom.platform.rest.internal.module;

import java.util.List;
import org.gridloom.platform.rest.internal.server.Permits;
import org.gridloom.platform.security.Permission;
import org.gridloom.platform.security.PermissionSet;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Shows operators what runs. */
@Component(service = {Modules.class, PermissionSet.class})
public final class Modules implements PermissionSet {

    static final String VIEW = "platform.module.view";

    private final Permits permits;
    private final ModuleStatus status;

    @Activate
    public Modules(@Reference Permits permits, @Reference ModuleStatus status) {
        this.permits = permits;
        this.status = status;
    }

    public ModuleList list() {
        permits.access().requireEverywhere(VIEW);
        return status.list();
    }

    @Override
    public Text module() {
        return Text.of("系统运行", "Operation");
    }

    @Override
    public List<Permission> permissions() {
        return List.of(new Permission(VIEW, Text.of("查看模块", "View modules")));
    }
}
