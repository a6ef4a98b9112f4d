package org.gridloom.organization.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.gridloom.organization.internal.domain.Family;
import org.gridloom.organization.internal.domain.OrganizationHistory;
import org.gridloom.organization.internal.domain.OrganizationRules;
import org.gridloom.organization.internal.domain.Particulars;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.organization.internal.register.OrganizationRegister;
import org.gridloom.organization.internal.register.Records;
import org.gridloom.organization.internal.store.Locks;
import org.gridloom.organization.internal.store.OrganizationStore;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.sheet.ImportProgress;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;

/** Compares a list of organisations with what is there, finds all faults, and writes only if there is none. */
final class OrganizationImport {

    private static final int BATCH = 500;

    /** An organisation as a row has it. */
    record Entry(SheetRow row, String code, Particulars what, LocalDate from) {}

    private final Desk desk;
    private final Family family;
    private final UnitScope editable;
    private final SheetRows sheet;
    private final ImportProgress progress;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();
    private final List<OrganizationHistory> founded = new ArrayList<>();
    private final Map<OrganizationHistory, OrganizationHistory> changed = new LinkedHashMap<>();
    private Map<String, OrganizationHistory> present = Map.of();

    private OrganizationImport(
            Desk desk, Family family, String editPermission, SheetRows sheet, ImportProgress progress) {
        this.desk = desk;
        this.family = family;
        this.editable = desk.access().scope(editPermission);
        this.sheet = sheet;
        this.progress = progress;
    }

    /**
     * Imports a list of organisations.
     *
     * @param entry what a row says; empty for a faulty one
     */
    static ImportReport load(
            Desk desk,
            Family family,
            String editPermission,
            SheetRows sheet,
            Function<SheetRow, Optional<Entry>> entry,
            boolean dryRun,
            ImportProgress progress) {
        desk.access().require(editPermission);
        List<SheetRow> all = SheetWork.all(sheet);
        List<Entry> entries = all.stream().map(entry).flatMap(Optional::stream).toList();
        return new SheetWork(desk)
                .in(
                        dryRun,
                        tx -> new OrganizationImport(desk, family, editPermission, sheet, progress)
                                .run(tx, entries, all, dryRun));
    }

    /**
     * @param rows those without fault in themselves
     * @param all all rows
     */
    private ImportReport run(Tx tx, List<Entry> rows, List<SheetRow> all, boolean dryRun) {
        int read = all.size();
        all.forEach(row -> named.add(row.text("code")));
        if (!dryRun) {
            new Locks(tx.em()).takeAll();
        }
        rows.forEach(this::addOnce);
        present = new OrganizationStore(tx).find(family, codes());
        check(tx);
        entries.values().forEach(this::decide);
        boolean accepted = sheet.faults() == 0;
        if (accepted && !dryRun) {
            write(tx);
        }
        int unchanged = read - founded.size() - changed.size();
        return sheet.report(dryRun, founded.size(), changed.size(), unchanged);
    }

    private void addOnce(Entry entry) {
        if (entries.putIfAbsent(entry.code(), entry) != null) {
            entry.row().fault("code", Text.of("编码 %s 在文件中重复", "The code %s is in the file twice", entry.code()));
        }
    }

    private Set<String> codes() {
        Set<String> codes = new HashSet<>(entries.keySet());
        entries.values().stream()
                .map(entry -> entry.what().parent())
                .filter(parent -> parent != null)
                .forEach(codes::add);
        return codes;
    }

    private void check(Tx tx) {
        Map<LocalDate, Set<String>> units = units();
        Words words = new VocabularyStore(tx.em()).words();
        OrganizationRules rules = new OrganizationRules(
                words,
                (unit, date) -> units.get(date).contains(unit),
                (parent, date) -> lastingLevel(words, parent, date));
        int done = 0;
        for (Entry entry : entries.values()) {
            progress.at(++done, entries.size());
            rules.check(family, entry.what(), entry.from())
                    .forEach(violation -> entry.row().fault(column(violation.field()), violation.message()));
            requireEditable(entry);
        }
    }

    /** All lists call it so, whatever the API does. */
    private static String column(String field) {
        return field.equals(Family.OUTSIDE.coversField()) ? "covers" : field;
    }

    /** The units among all that the rows name, by the rows' dates. */
    private Map<LocalDate, Set<String>> units() {
        Map<LocalDate, Set<String>> named = new HashMap<>();
        for (Entry entry : entries.values()) {
            Set<String> codes = named.computeIfAbsent(entry.from(), date -> new HashSet<>());
            codes.add(entry.what().seat());
            codes.addAll(entry.what().covers());
        }
        named.replaceAll((date, codes) -> desk.unitsAmong(codes, date).keySet());
        return named;
    }

    /** Of a parent in the district or in the file; one that is faulty itself is not held against its children. */
    private Optional<String> lastingLevel(Words words, String code, LocalDate date) {
        if (present.containsKey(code)) {
            return OrganizationRegister.lastingLevel(present.get(code), date);
        }
        Entry entry = entries.get(code);
        if (entry != null && words.levels().containsKey(entry.what().level())) {
            return entry.from().isAfter(date)
                    ? Optional.empty()
                    : Optional.of(entry.what().level());
        }
        return named.contains(code) ? Optional.of(words.levelsDown().get(0).code()) : Optional.empty();
    }

    private void requireEditable(Entry entry) {
        requireEditable(entry, family.seatField(), entry.what().seat());
        entry.what().covers().stream()
                .filter(unit -> !unit.equals(entry.what().seat()))
                .forEach(unit -> requireEditable(entry, "covers", unit));
        String parent = entry.what().parent();
        if (parent != null && !entries.containsKey(parent) && present.containsKey(parent) && !isKnownChild(entry)) {
            requireEditable(entry, "parent", OrganizationRegister.seat(present.get(parent), entry.from()));
        }
    }

    private boolean isKnownChild(Entry entry) {
        OrganizationHistory history = present.get(entry.code());
        return history != null
                && entry.what().parent().equals(history.last().what().parent());
    }

    private void requireEditable(Entry entry, String column, String unit) {
        if (!editable.contains(unit)) {
            entry.row().fault(column, Text.of("单元 %s 不在您的权限范围内", "The unit %s is outside your scope", unit));
        }
    }

    private void decide(Entry entry) {
        OrganizationHistory before = present.get(entry.code());
        if (before == null) {
            founded.add(OrganizationHistory.founded(family, entry.code(), entry.what(), entry.from()));
            return;
        }
        Particulars now = before.last().what();
        if (family == Family.PARTY && !entry.what().level().equals(now.level())) {
            stays(entry, "level", now.level());
            return;
        }
        if (family == Family.BODY && !entry.what().seat().equals(now.seat())) {
            stays(entry, family.seatField(), now.seat());
            return;
        }
        OrganizationHistory after = Tried.on(
                entry.row(), () -> before.changed(entry.what(), entry.from()), "code", Map.of("on", "validFrom"));
        if (after != null && after.version() != before.version()) {
            changed.put(before, after);
        }
    }

    private static void stays(Entry entry, String column, String value) {
        entry.row().fault(column, Text.of("不能改变,应为 %s", "Cannot be changed, must be %s", value));
    }

    private void write(Tx tx) {
        OrganizationStore store = new OrganizationStore(tx);
        int done = 0;
        for (OrganizationHistory history : founded) {
            store.insert(history);
            Records.founded(tx, history);
            flush(tx, ++done);
        }
        for (Map.Entry<OrganizationHistory, OrganizationHistory> change : changed.entrySet()) {
            store.update(change.getValue());
            Records.changed(tx, change.getKey(), change.getValue(), null);
            flush(tx, ++done);
        }
    }

    private void flush(Tx tx, int done) {
        if (done % BATCH == 0) {
            tx.em().flush();
            tx.em().clear();
        }
        progress.at(done, founded.size() + changed.size());
    }
}
