package org.gridloom.platform.rules.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.domain.ColumnValue;
import org.gridloom.platform.rules.internal.domain.RuleTable;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheet;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Kind;
import org.gridloom.platform.sheet.SheetDefinition;
import org.gridloom.platform.sheet.SheetOutput;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.text.Text;

/** A rule set as a list: out as it is on a day, in as a draft whose rows are compared with what is in force. */
final class RuleSheet implements Sheet {

    private static final String PREFIX = "rules.";
    private static final String ON = "on";
    private static final Text DURATION =
            Text.of("如“3 个工作日”:工作小时、工作日或自然日", "As in \"3 work days\": work hours, work days or natural days");

    /**
     * What a draft is made with besides its rows.
     *
     * @param from its first day; null for the first that the set allows
     * @param basis numbers of the documents cited
     */
    record Terms(LocalDate from, List<String> basis) {}

    private final RuleSet set;
    private final RuleEditing editing;
    private final Terms terms;
    private final Consumer<RuleVersion> made;

    /** @param made takes the draft */
    RuleSheet(RuleSet set, RuleEditing editing, Terms terms, Consumer<RuleVersion> made) {
        this.set = set;
        this.editing = editing;
        this.terms = terms;
        this.made = made;
    }

    @Override
    public SheetDefinition definition() {
        return new SheetDefinition(
                PREFIX + set.code(),
                set.name(),
                Permissions.RULES_EDIT,
                Permissions.RULES_READ,
                Set.of(ON),
                RuleTable.MOST_ROWS,
                set.columns().stream().map(RuleSheet::column).toList());
    }

    private static SheetColumn column(RuleColumn column) {
        SheetColumn plain = switch (column.type()) {
            case CHOICE -> SheetColumn.choice(column.code(), column.label(), choices(column));
            case YES_NO -> SheetColumn.of(Kind.YES_NO, column.code(), column.label());
            case DURATION -> SheetColumn.text(column.code(), column.label()).explained(DURATION);
            case NUMBER -> SheetColumn.text(column.code(), column.label()).explained(bounds(column));
            case TEXT ->
                SheetColumn.text(column.code(), column.label())
                        .upTo(column.max().intValue());
        };
        return column.required() ? plain.needed() : plain;
    }

    private static List<SheetColumn.Choice> choices(RuleColumn column) {
        return column.choices().stream()
                .map(choice -> new SheetColumn.Choice(choice.code(), choice.label()))
                .toList();
    }

    private static Text bounds(RuleColumn column) {
        String unit = column.unit() == null ? "" : column.unit().zh();
        String en = column.unit() == null ? "" : " " + column.unit().en();
        return Text.of("%1$s 至 %2$s%3$s", "%1$s to %2$s%4$s", column.min(), column.max(), unit, en);
    }

    @Override
    public ImportReport load(SheetRows rows, boolean dryRun, Progress progress) {
        editing.requireEditor();
        List<SheetRow> read = new ArrayList<>();
        rows.each(read::add);
        List<Map<String, String>> written = read.stream().map(this::values).toList();
        RuleTable table = RuleTable.check(set.columns(), written, 0);
        table.faults().forEach(fault -> tell(fault, read, rows));
        if (rows.faults() > 0) {
            return rows.report(dryRun, 0, 0, 0);
        }
        List<RuleTable.Change> changes =
                RuleTable.compare(set.columns(), editing.at(set.code(), null).rows(), table.rows());
        int added = count(changes, change -> change.before() == null);
        int changed = count(changes, change -> change.before() != null && change.after() != null);
        if (!dryRun) {
            LocalDate from = terms.from() == null ? editing.firstDay(set) : terms.from();
            made.accept(editing.draft(set.code(), new RuleDraft(from, terms.basis(), null, written)));
        }
        return rows.report(dryRun, added, changed, read.size() - added - changed);
    }

    private Map<String, String> values(SheetRow row) {
        Map<String, String> values = new HashMap<>();
        for (RuleColumn column : set.columns()) {
            String value = row.text(column.code());
            if (value != null) {
                values.put(column.code(), value);
            }
        }
        return values;
    }

    /** Rows are counted from 0 there; what concerns the table has none. */
    private static void tell(Violation fault, List<SheetRow> read, SheetRows rows) {
        if (fault.row() == null) {
            rows.fault(1, "file", fault.message());
        } else {
            read.get(fault.row()).fault(fault.field(), fault.message());
        }
    }

    private static int count(List<RuleTable.Change> changes, Predicate<RuleTable.Change> which) {
        return (int) changes.stream().filter(which).count();
    }

    @Override
    public void export(SheetQuery query, SheetOutput out) {
        for (RuleRow row : editing.at(set.code(), query.date(ON)).rows()) {
            out.row(set.columns().stream().map(column -> cell(column, row)).toArray());
        }
    }

    private static Object cell(RuleColumn column, RuleRow row) {
        String value = row.text(column.code());
        if (value == null) {
            return null;
        }
        return switch (column.type()) {
            case CHOICE, TEXT, NUMBER -> value;
            case YES_NO -> Boolean.valueOf(value);
            case DURATION -> ColumnValue.shown(column, value);
        };
    }
}
