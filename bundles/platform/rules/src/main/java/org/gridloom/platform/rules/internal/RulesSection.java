package org.gridloom.platform.rules.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleSet;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.domain.InForce;
import org.gridloom.platform.rules.internal.domain.RuleTable;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The district's rules: of each set the version in force with what it rests on. What differs is published as a version
 * that begins at once; versions still to come stay out.
 */
@Component
public final class RulesSection implements AssemblySection {

    private static final String KEY = "rules";
    private static final String BASIS = "basis";
    private static final String NOTE = "note";
    private static final String ROWS = "rows";

    private final RuleEditing editing;
    private final RuleSets sets;
    private final RuleBook book;

    @Activate
    public RulesSection(@Reference RuleEditing editing, @Reference RuleSets sets, @Reference RuleBook book) {
        this.editing = editing;
        this.sets = sets;
        this.book = book;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Object export() {
        Map<String, Object> whole = new LinkedHashMap<>();
        for (RuleSet set : sets.all()) {
            published(set).ifPresent(version -> whole.put(set.code(), part(set, version)));
        }
        return whole;
    }

    /** The district's own version that is in force; empty where the vendor's default is. */
    private Optional<RuleVersion> published(RuleSet set) {
        return Optional.of(editing.at(set.code(), null))
                .filter(version -> version.state().equals(InForce.PUBLISHED));
    }

    private static Map<String, Object> part(RuleSet set, RuleVersion version) {
        return part(
                version.basis(),
                version.note(),
                version.rows().stream().map(row -> row(set, row)).toList());
    }

    private static Map<String, Object> part(List<String> basis, String note, List<?> rows) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put(BASIS, basis);
        if (note != null) {
            part.put(NOTE, note);
        }
        part.put(ROWS, rows);
        return part;
    }

    private static Map<String, Object> row(RuleSet set, RuleRow row) {
        Map<String, Object> cells = new LinkedHashMap<>();
        for (RuleColumn column : set.columns()) {
            String value = row.text(column.code());
            if (value != null) {
                cells.put(column.code(), value);
            }
        }
        return cells;
    }

    @Override
    public Object check(AssemblyPart part) {
        Map<String, RuleSet> known = sets.all().stream().collect(Collectors.toMap(RuleSet::code, set -> set));
        Map<String, Object> wanted = new LinkedHashMap<>();
        part.entries().forEach((code, table) -> {
            RuleSet set = known.get(code);
            if (set == null) {
                table.absent(Text.of("没有这套规则", "There is no such rule set"));
                wanted.put(code, table.value());
            } else {
                wanted.put(code, checked(set, table));
            }
        });
        return wanted;
    }

    private static Map<String, Object> checked(RuleSet set, AssemblyPart table) {
        table.entries(BASIS, NOTE, ROWS);
        List<String> basis = table.find(BASIS).map(AssemblyPart::texts).orElse(List.of());
        if (basis.isEmpty()) {
            table.fault(Text.of("须写明依据文号(basis)", "Must cite the documents that it rests on (basis)"));
        }
        List<AssemblyPart> lines = table.find(ROWS).map(AssemblyPart::items).orElse(List.of());
        List<Map<String, String>> written = new ArrayList<>();
        for (AssemblyPart line : lines) {
            Map<String, String> cells = new LinkedHashMap<>();
            line.entries().forEach((column, cell) -> cells.put(column, cell.text()));
            written.add(cells);
        }
        RuleTable read = RuleTable.check(set.columns(), written, 0);
        read.faults().forEach(fault -> place(fault, table, lines));
        List<?> rows = read.rows().stream().map(row -> row(set, row)).toList();
        return part(basis, table.optional(NOTE), rows);
    }

    private static void place(Violation fault, AssemblyPart table, List<AssemblyPart> lines) {
        AssemblyPart line = fault.row() == null ? table : lines.get(fault.row());
        line.find(fault.field())
                .ifPresentOrElse(
                        cell -> cell.fault(fault.message()),
                        () -> line.fault(Text.of(
                                "%1$s:%2$s",
                                "%1$s: %3$s",
                                fault.field(),
                                fault.message().zh(),
                                fault.message().en())));
    }

    @Override
    public void apply(Object wanted) {
        Map<?, ?> is = (Map<?, ?>) export();
        Map<?, ?> tables = (Map<?, ?>) wanted;
        is.keySet().stream().filter(code -> !tables.containsKey(code)).forEach(RulesSection::refuseToTakeBack);
        tables.forEach((code, table) -> {
            if (!table.equals(is.get(code))) {
                AssemblyPart.at(KEY + "/" + code, () -> publish(code.toString(), (Map<?, ?>) table));
            }
        });
    }

    private static void refuseToTakeBack(Object code) {
        throw Problem.invalid(
                KEY,
                Text.of(
                        "%s 有本区版本在施行,不能收回,须写入文件",
                        "%s has a version of the district in force, which cannot be taken back: the file must have it",
                        code));
    }

    private RuleVersion publish(String code, Map<?, ?> table) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (Object line : (List<?>) table.get(ROWS)) {
            Map<String, String> cells = new LinkedHashMap<>();
            ((Map<?, ?>) line).forEach((column, cell) -> cells.put(column.toString(), cell.toString()));
            rows.add(cells);
        }
        List<String> basis =
                ((List<?>) table.get(BASIS)).stream().map(Object::toString).toList();
        RuleDraft draft = new RuleDraft(editing.firstDay(sets.get(code)), basis, (String) table.get(NOTE), rows);
        RuleVersion made = editing.draft(code, draft);
        return editing.publish(made.id(), made.version());
    }

    @Override
    public void applied() {
        book.forget();
    }
}
