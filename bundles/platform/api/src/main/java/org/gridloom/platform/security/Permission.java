package org.gridloom.platform.security;

import org.gridloom.platform.text.Text;

/**
 * Something that a role may allow.
 *
 * @param code {@code <capability>.<noun>.<verb>}, as in {@code organization.unit.edit}
 * @param name label in the role editor
 * @param duty whose work it is where the district keeps its administrators apart; null for a district's own work, which
 *     anybody may be allowed to do
 */
public record Permission(String code, Text name, Duty duty) {

    /** A permission for a district's own work. */
    public Permission(String code, Text name) {
        this(code, name, null);
    }
}
