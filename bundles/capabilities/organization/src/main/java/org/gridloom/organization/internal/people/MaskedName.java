package org.gridloom.organization.internal.people;

/** A name for those who may not read it: the family name's first character, and a star for each other. */
final class MaskedName {

    private MaskedName() {}

    static String of(String name) {
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }
}
