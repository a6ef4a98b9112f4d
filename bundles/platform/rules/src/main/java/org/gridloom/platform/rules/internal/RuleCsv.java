package org.gridloom.platform.rules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.domain.ColumnValue;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tables of rules as CSV, with the headers and values of the reader's language; read in either. */
@Component(service = RuleCsv.class)
public final class RuleCsv {

    private final RuleEditing editing;
    private final Access access;

    @Activate
    public RuleCsv(@Reference RuleEditing editing, @Reference Access access) {
        this.editing = editing;
        this.access = access;
    }

    /** @param on null for today */
    public String export(String code, LocalDate on, Locale locale) {
        List<RuleColumn> columns = editing.set(code).columns();
        return Csv.write(
                columns.stream().map(column -> column.label().in(locale)).toList(),
                editing.at(code, on).rows().stream()
                        .map(row -> columns.stream()
                                .map(column -> shown(column, row, locale))
                                .toList())
                        .toList());
    }

    /** Makes a draft of the table; faults bear the headers as field and the rows as the file counts them. */
    public RuleVersion draft(String code, InputStream csv, LocalDate validFrom, List<String> basis) throws IOException {
        access.requireEverywhere(Permissions.RULES_EDIT);
        List<RuleColumn> columns = editing.set(code).columns();
        List<Map<String, String>> rows = Csv.read(
                csv,
                columns.stream()
                        .map(column -> new Csv.Column(column.code(), column.label(), column.required()))
                        .toList());
        try {
            return editing.draft(code, new RuleDraft(validFrom, basis, null, rows));
        } catch (Problem problem) {
            throw new Problem(
                    problem.kind(),
                    problem.text(),
                    problem.violations().stream()
                            .map(violation -> named(violation, columns))
                            .toList());
        }
    }

    /** A kept value for readers. */
    public static Text shown(RuleColumn column, RuleRow row) {
        String value = row.text(column.code());
        return value == null ? new Text("", "") : ColumnValue.shown(column, value);
    }

    private static String shown(RuleColumn column, RuleRow row, Locale locale) {
        return shown(column, row).in(locale);
    }

    private static Violation named(Violation violation, List<RuleColumn> columns) {
        return IntStream.range(0, columns.size())
                .filter(i -> columns.get(i).code().equals(violation.field()))
                .mapToObj(i -> new Violation(columns.get(i).label().zh(), violation.row(), violation.message()))
                .findFirst()
                .orElse(violation);
    }
}
