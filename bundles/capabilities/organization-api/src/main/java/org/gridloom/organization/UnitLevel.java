package org.gridloom.organization;

import java.util.List;
import org.gridloom.platform.text.Text;

/**
 * A level of the territory tree, as the district's code layout sets it.
 *
 * @param code {@code district}, {@code street}, {@code community}, {@code grid}, {@code building}, {@code entrance},
 *     {@code dwelling}, or what the district configured
 * @param name label
 * @param digits digits that the level adds to its parent's code
 * @param codeLength digits of a whole code of this level
 * @param kinds kinds of unit at this level; empty where the level knows only one
 */
public record UnitLevel(String code, Text name, int digits, int codeLength, List<UnitKind> kinds) {

    public UnitLevel {
        kinds = List.copyOf(kinds);
    }
}
