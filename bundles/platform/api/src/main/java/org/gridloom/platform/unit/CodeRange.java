package org.gridloom.platform.unit;

/**
 * Unit codes from {@code from} (inclusive) to {@code to} (exclusive), compared as text. Ask a database with
 * {@code code >= from and code < to}. Codes hold digits only; {@code to} may end in the letter {@code z}, which sorts
 * after every digit in each collation a database may use.
 */
public record CodeRange(String from, String to) {

    private static final String AFTER_ALL_CHILDREN = "z";
    private static final String BEFORE_ALL_CHILDREN = "0";

    /** The unit and everything whose code begins with its code. */
    public static CodeRange subtree(String code) {
        return new CodeRange(code, code + AFTER_ALL_CHILDREN);
    }

    /** Just the one code. */
    public static CodeRange only(String code) {
        return new CodeRange(code, code + BEFORE_ALL_CHILDREN);
    }

    public boolean contains(String code) {
        return from.compareTo(code) <= 0 && code.compareTo(to) < 0;
    }
}
