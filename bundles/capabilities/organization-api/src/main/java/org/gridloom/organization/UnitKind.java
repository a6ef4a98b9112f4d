package org.gridloom.organization;

import org.gridloom.platform.text.Text;

/**
 * A kind of unit within a level, told by the suffix of its code: {@code community} and {@code village}.
 *
 * @param code name in code
 * @param name label
 * @param firstSuffix lowest suffix that a unit of this kind may have, as in {@code 200}
 * @param lastSuffix highest suffix, as in {@code 299}
 */
public record UnitKind(String code, Text name, String firstSuffix, String lastSuffix) {}
