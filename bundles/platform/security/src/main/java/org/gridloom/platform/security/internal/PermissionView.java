package org.gridloom.platform.security.internal;

import org.gridloom.platform.security.Duty;
import org.gridloom.platform.text.Text;

/**
 * A permission that a role can hold.
 *
 * @param module what the module is called that checks it
 * @param duty whose work it is where administrators are kept apart; null for a district's own work
 */
public record PermissionView(String code, Text name, Text module, Duty duty) {}
