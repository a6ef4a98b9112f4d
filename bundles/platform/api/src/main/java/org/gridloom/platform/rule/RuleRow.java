package org.gridloom.platform.rule;

import java.math.BigDecimal;
import java.util.Map;
import org.gridloom.platform.calendar.WorkDuration;

/**
 * A row of a version.
 *
 * @param values by column, in the form that {@link RuleColumn.Type} says; what is left out is absent
 */
public record RuleRow(Map<String, String> values) {

    public RuleRow {
        values = Map.copyOf(values);
    }

    /** A text or the code of a choice; null where it is left out. */
    public String text(String column) {
        return values.get(column);
    }

    /** Null where it is left out. */
    public BigDecimal number(String column) {
        String value = values.get(column);
        return value == null ? null : new BigDecimal(value);
    }

    /** False where it is left out. */
    public boolean yes(String column) {
        return Boolean.parseBoolean(values.get(column));
    }

    /** Null where it is left out. */
    public WorkDuration duration(String column) {
        String value = values.get(column);
        return value == null ? null : WorkDuration.parse(value);
    }
}
