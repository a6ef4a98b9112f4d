package org.gridloom.platform.unit;

import java.util.regex.Pattern;

/**
 * Unit codes from {@code from} (inclusive) to {@code to} (exclusive), compared as text. Ask a database with
 * {@code code >= from and code < to}. Codes hold digits only; {@code to} may end in the letter {@code z}, which sorts
 * after every digit in each collation a database may use.
 */
public record CodeRange(String from, String to) {

    /**
     * Code of a root whose units share no beginning, such as the country above its provinces: everything lies below it,
     * whatever its code begins with.
     */
    public static final String WHOLE = "0";

    private static final Pattern CODE = Pattern.compile("[0-9]{1,40}");
    private static final String AFTER_ALL_CHILDREN = "z";
    private static final String BEFORE_ALL_CHILDREN = "0";

    /** The unit and everything whose code begins with its code; everything for {@link #WHOLE}. */
    public static CodeRange subtree(String code) {
        String prefix = code.equals(WHOLE) ? "" : code;
        return new CodeRange(prefix, prefix + AFTER_ALL_CHILDREN);
    }

    /** Just the one code. */
    public static CodeRange only(String code) {
        return new CodeRange(code, code + BEFORE_ALL_CHILDREN);
    }

    /** Whether a text can be a unit's code at all. */
    public static boolean isCode(String text) {
        return CODE.matcher(text).matches();
    }

    public boolean contains(String code) {
        return from.compareTo(code) <= 0 && code.compareTo(to) < 0;
    }
}
