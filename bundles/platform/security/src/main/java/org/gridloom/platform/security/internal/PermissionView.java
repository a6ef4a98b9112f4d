package org.gridloom.platform.security.internal;

import org.gridloom.platform.text.Text;

/**
 * A permission that a role can hold.
 *
 * @param module what the module is called that checks it
 */
public record PermissionView(String code, Text name, Text module) {}
