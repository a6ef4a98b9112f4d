package org.gridloom.platform.security;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** The permissions of a capability. Register one service a bundle; they appear in the role editor at once. */
@ConsumerType
public interface PermissionSet {

    /** All permissions that the capability checks; each code begins with the capability's name. */
    List<Permission> permissions();
}
