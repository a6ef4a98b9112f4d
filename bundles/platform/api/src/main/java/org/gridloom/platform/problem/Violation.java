package org.gridloom.platform.problem;

import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * One thing that is wrong with an input.
 *
 * @param field name or path of the field as the caller wrote it, for a sheet the column's header
 * @param row number of the row in a sheet as its user counts (the header is row 1), null outside sheets
 * @param message what is wrong and what is allowed; never repeats personal data
 */
public record Violation(String field, Integer row, Text message) {

    public Violation {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(message, "message");
    }

    public static Violation of(String field, Text message) {
        return new Violation(field, null, message);
    }

    public static Violation of(String field, int row, Text message) {
        return new Violation(field, row, message);
    }
}
