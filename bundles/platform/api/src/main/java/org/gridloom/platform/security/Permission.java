package org.gridloom.platform.security;

import org.gridloom.platform.text.Text;

/**
 * Something that a role may allow.
 *
 * @param code {@code <capability>.<noun>.<verb>}, as in {@code organization.unit.edit}
 * @param name label in the role editor
 */
public record Permission(String code, Text name) {}
