package org.gridloom.platform.security;

import java.util.List;
import org.gridloom.platform.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/** The permissions of a capability. Register one service a bundle; they appear in the role editor at once. */
@ConsumerType
public interface PermissionSet {

    /** All permissions that the capability checks; each code begins with the capability's name. */
    List<Permission> permissions();

    /** What the module is called: the heading of its permissions in the role editor. */
    default Text module() {
        String capability = permissions().get(0).code().split("\\.", 2)[0];
        return new Text(capability, capability);
    }
}
