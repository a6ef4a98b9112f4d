package org.gridloom.platform.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of a rule set. One that was ever in force never changes.
 *
 * @param id for good; a record can keep it
 * @param ruleSet code of the set
 * @param state {@code draft}, {@code published}, {@code withdrawn}, or {@code default} for what the vendor ships
 * @param validFrom first day in force; it is followed by the next published version. A vendor's default holds where the
 *     district has published nothing
 * @param rows the whole table
 * @param basis numbers (文号) of the documents that it rests on; empty for a vendor's default
 * @param note remark; null for none
 * @param version for the next change
 */
public record RuleVersion(
        long id,
        String ruleSet,
        String state,
        LocalDate validFrom,
        List<RuleRow> rows,
        List<String> basis,
        String note,
        long version) {

    public RuleVersion {
        rows = List.copyOf(rows);
        basis = List.copyOf(basis);
    }

    /** The row whose column has this value, for a set with one key column. */
    public Optional<RuleRow> row(String column, String value) {
        return rows.stream().filter(row -> value.equals(row.text(column))).findFirst();
    }

    /** The only row of a set without key. */
    public RuleRow only() {
        return rows.get(0);
    }
}
