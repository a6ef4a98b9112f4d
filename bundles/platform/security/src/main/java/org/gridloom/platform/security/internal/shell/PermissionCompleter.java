package org.gridloom.platform.security.internal.shell;

import java.util.List;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.gridloom.platform.console.ValueCompleter;
import org.gridloom.platform.security.internal.PermissionView;
import org.gridloom.platform.security.internal.Roles;

/** Codes of permissions. */
@Service
public class PermissionCompleter extends ValueCompleter {

    @Reference
    private Roles roles;

    @Override
    protected List<String> values(String prefix) {
        return roles.permissions().stream().map(PermissionView::code).toList();
    }
}
