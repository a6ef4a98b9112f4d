package org.gridloom.organization.internal;

import static org.gridloom.organization.PartyPermissions.PERSON_EDIT;
import static org.gridloom.organization.PartyPermissions.PERSON_READ;
import static org.gridloom.organization.PartyPermissions.POST_APPOINT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PostAppointment;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.internal.domain.PostRules;
import org.gridloom.organization.internal.domain.Term;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.organization.internal.people.PersonRecords;
import org.gridloom.organization.internal.people.PersonVault;
import org.gridloom.organization.internal.people.PostLedger;
import org.gridloom.organization.internal.people.PostRecords;
import org.gridloom.organization.internal.store.KeptPerson;
import org.gridloom.organization.internal.store.Locks;
import org.gridloom.organization.internal.store.PersonStore;
import org.gridloom.organization.internal.store.PostStore;
import org.gridloom.organization.internal.store.SealedPerson;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.sheet.ImportProgress;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.SheetRow;
import org.gridloom.platform.sheet.SheetRows;
import org.gridloom.platform.sheet.Tried;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Parts;
import org.gridloom.platform.tx.Tx;
import org.gridloom.platform.unit.UnitScope;

/** Compares a list of people and posts with what is there, finds all faults, and writes only if there is none. */
final class PostImport {

    private static final Map<String, String> PERSON_COLUMNS = Map.of("code", "person");

    private record Entry(SheetRow row, PersonDraft person) {}

    private record Planned(SheetRow row, Term term) {}

    private final Desk desk;
    private final PersonVault vault;
    private final PersonRecords records;
    private final Tx tx;
    private final SheetRows sheet;
    private final ImportProgress progress;
    private final Words words;
    private final Map<String, Entry> people = new LinkedHashMap<>();
    private final List<Planned> planned = new ArrayList<>();
    private final List<PersonDraft> newPeople = new ArrayList<>();
    private final Map<KeptPerson, PersonDraft> changedPeople = new LinkedHashMap<>();
    private final Map<String, SealedPerson> wanted = new HashMap<>();
    private Map<String, KeptPerson> present = Map.of();
    private final List<Term> newTerms = new ArrayList<>();
    private final Map<Term, Term> changedTerms = new LinkedHashMap<>();
    private final Map<String, List<Term>> atPlaces = new HashMap<>();

    PostImport(Desk desk, PersonVault vault, Tx tx, SheetRows sheet, ImportProgress progress) {
        this.desk = desk;
        this.vault = vault;
        this.records = new PersonRecords(vault);
        this.tx = tx;
        this.sheet = sheet;
        this.progress = progress;
        this.words = new VocabularyStore(tx.em()).words();
    }

    ImportReport run(List<SheetRow> rows, boolean dryRun) {
        if (!dryRun) {
            new Locks(tx.em()).takeAll();
        }
        rows.forEach(this::read);
        comparePeople();
        readPresentTerms();
        ImportedPlaces places = new ImportedPlaces(
                desk, tx, planned.stream().map(this::completed).toList());
        compareTerms(places);
        boolean accepted = sheet.faults() == 0;
        if (accepted && !dryRun) {
            write(places);
        }
        int created = newPeople.size() + newTerms.size();
        int updated = changedPeople.size() + changedTerms.size();
        return sheet.report(dryRun, created, updated, people.size() + planned.size() - created - updated);
    }

    private void read(SheetRow row) {
        PersonDraft person = new PersonDraft(
                row.text("person"),
                row.text("name"),
                row.text("sex"),
                row.whole("birthYear"),
                row.text("politicalStatus"),
                row.text("unit"),
                null,
                row.text("note"),
                row.text("phone"),
                row.text("idNumber"));
        Tried.on(row, () -> desk.valid(person), "person", PERSON_COLUMNS);
        if (person.code() != null) {
            Entry first = people.putIfAbsent(person.code(), new Entry(row, person));
            if (first != null) {
                requireSamePerson(row, person, first);
            }
        }
        term(row, person).ifPresent(term -> planned.add(new Planned(row, term)));
    }

    /** The rows of a person say the same of the person; the note is the post's. */
    private static void requireSamePerson(SheetRow row, PersonDraft person, Entry first) {
        requireSame(row, first, "name", person.name(), first.person().name());
        requireSame(row, first, "sex", person.sex(), first.person().sex());
        requireSame(row, first, "birthYear", person.birthYear(), first.person().birthYear());
        requireSame(
                row,
                first,
                "politicalStatus",
                person.politicalStatus(),
                first.person().politicalStatus());
        requireSame(row, first, "unit", person.unit(), first.person().unit());
        requireSame(row, first, "phone", person.phone(), first.person().phone());
        requireSame(row, first, "idNumber", person.idNumber(), first.person().idNumber());
    }

    private static void requireSame(SheetRow row, Entry first, String column, Object given, Object before) {
        if (!Objects.equals(given, before)) {
            row.fault(
                    column,
                    Text.of(
                            "与第 %d 行同一人员的内容不一致",
                            "Differs from what row %d says of the same person",
                            first.row().number()));
        }
    }

    private Optional<Term> term(SheetRow row, PersonDraft person) {
        boolean none = row.text("kind") == null && row.text("at") == null && row.text("validFrom") == null;
        LocalDate from = row.date("validFrom");
        LocalDate to = row.date("validTo");
        if (none) {
            return Optional.empty();
        }
        String kindCode = row.needed("kind");
        String at = row.needed("at");
        if (row.text("validFrom") == null) {
            row.needed("validFrom");
        }
        PostKind kind = kindCode == null ? null : kind(row, kindCode);
        if (kind == null || at == null || from == null || person.code() == null) {
            return Optional.empty();
        }
        PostAppointment appointment = new PostAppointment(
                person.code(),
                kind.code(),
                at,
                from,
                to,
                row.text("crossAppointment"),
                row.text("represents"),
                row.text("note"));
        return Tried.on(row, () -> desk.valid(appointment), "kind", Map.of()) == null
                ? Optional.empty()
                : Optional.of(new Term(
                        null,
                        person.code(),
                        kind.code(),
                        kind.holder(),
                        at,
                        from,
                        to,
                        appointment.crossAppointment(),
                        appointment.represents(),
                        null,
                        appointment.note(),
                        1));
    }

    /** By its code, or the district's own name for it. */
    private PostKind kind(SheetRow row, String given) {
        PostKind kind = words.postKinds().values().stream()
                .filter(each -> each.code().equals(given) || each.name().zh().equals(given))
                .findFirst()
                .orElse(null);
        if (kind == null) {
            String known = words.postKinds().values().stream()
                    .map(each -> each.code() + "/" + each.name().zh())
                    .sorted()
                    .collect(Collectors.joining(", "));
            row.fault("kind", Text.of("只能是:%s", "Must be one of: %s", known));
        }
        return kind;
    }

    private void comparePeople() {
        PersonStore store = new PersonStore(tx.em());
        for (List<String> some : Parts.of(people.keySet())) {
            while (vault.sealWhatIsInClear(tx, some)) {
                // a part at a time
            }
        }
        present = store.find(people.keySet());
        Map<String, Person> shown = vault.masked(List.copyOf(present.values())).stream()
                .collect(Collectors.toMap(Person::code, person -> person));
        Set<ProtectedValue> same = vault.same(present.values().stream()
                .collect(Collectors.toMap(
                        person -> person, person -> people.get(person.code()).person())));
        tx.em().clear();
        LocalDate today = desk.today();
        Set<String> units = people.values().stream()
                .map(entry -> entry.person().unit())
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<String> there = desk.unitsAmong(units, today).keySet();
        UnitScope editable = desk.access().scope(PERSON_EDIT);
        UnitScope readable = desk.access().scope(PERSON_READ);
        for (Entry entry : people.values()) {
            String code = entry.person().code();
            compareNumbers(entry, Optional.ofNullable(shown.get(code)), same);
            comparePerson(entry, present.get(code), there, editable, readable);
        }
        refuseDoubles(store);
    }

    private void compareNumbers(Entry entry, Optional<Person> shown, Set<ProtectedValue> same) {
        if (shown.filter(Person::erased).isPresent()) {
            entry.row().fault("person", Text.of("此人的个人信息已删除", "This person's data were erased"));
        }
        List<Violation> faults = vault.faults(entry.person(), shown);
        faults.forEach(fault -> entry.row().fault(fault.field(), fault.message()));
        if (faults.isEmpty()) {
            String code = entry.person().code();
            SealedPerson before = had(code);
            PersonDraft draft = entry.person();
            SealedPerson given = vault.wanted(draft, shown, before, same);
            wanted.put(
                    code,
                    new SealedPerson(
                            null,
                            or(given.phoneIndex(), before.phoneIndex()),
                            null,
                            or(given.idNumberIndex(), before.idNumberIndex()),
                            draft.politicalStatus() == null ? before.politicalStatus() : given.politicalStatus(),
                            draft.note() == null ? before.note() : given.note(),
                            draft.sex() == null ? before.sex() : given.sex(),
                            draft.birthYear() == null ? before.birthYear() : given.birthYear()));
        }
    }

    private SealedPerson had(String code) {
        KeptPerson person = present.get(code);
        return person == null ? SealedPerson.NONE : person.sealed();
    }

    /** An identity number is one person's only, in the file as in the register. */
    private void refuseDoubles(PersonStore store) {
        Map<String, String> owners = new HashMap<>(store.ofIdNumbers(wanted.values().stream()
                .map(SealedPerson::idNumberIndex)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet())));
        for (Entry entry : people.values()) {
            String code = entry.person().code();
            SealedPerson numbers = wanted.get(code);
            if (numbers != null && numbers.idNumberIndex() != null) {
                String owner = owners.putIfAbsent(numbers.idNumberIndex(), code);
                if (owner != null && !owner.equals(code)) {
                    entry.row().fault("idNumber", Text.of("该身份证号已登记在另一人", "The identity number is somebody else's"));
                }
            }
        }
    }

    /** Whether what is encrypted stays as it is. */
    private boolean sameNumbers(PersonDraft draft) {
        return PersonVault.isUnchanged(draft, wanted.get(draft.code()), had(draft.code()));
    }

    private SealedPerson kept(PersonDraft draft, String code) {
        return vault.kept(code, draft, wanted.get(code), had(code));
    }

    private void comparePerson(
            Entry entry, KeptPerson before, Set<String> units, UnitScope editable, UnitScope readable) {
        if (entry.row().isFaulty()) {
            return;
        }
        PersonDraft draft = before == null ? entry.person() : completed(entry.person(), before);
        boolean same = before != null
                && before.name().equals(draft.name())
                && before.unit().equals(draft.unit())
                && sameNumbers(draft);
        boolean moved = before == null || !before.unit().equals(draft.unit());
        if (moved && !units.contains(draft.unit())) {
            entry.row().fault("unit", Text.of("没有编码为 %s 的单元", "No unit bears the code %s today", draft.unit()));
        }
        if (!isAllowed(draft, before, same, editable, readable)) {
            entry.row().fault("unit", Text.of("单元不在您的权限范围内", "The unit is outside your scope"));
        }
        if (before == null) {
            newPeople.add(draft);
        } else if (!same) {
            changedPeople.put(before, draft);
        }
    }

    /** Whoever is listed unchanged need only be seen. */
    private static boolean isAllowed(
            PersonDraft draft, KeptPerson before, boolean same, UnitScope editable, UnitScope readable) {
        return same
                ? readable.contains(before.unit())
                : editable.contains(draft.unit()) && (before == null || editable.contains(before.unit()));
    }

    /** The account, which the list does not tell, stays. */
    private static PersonDraft completed(PersonDraft draft, KeptPerson before) {
        return new PersonDraft(
                draft.code(),
                draft.name(),
                draft.sex(),
                draft.birthYear(),
                draft.politicalStatus(),
                draft.unit(),
                before.account(),
                draft.note(),
                draft.phone(),
                draft.idNumber());
    }

    private static <T> T or(T given, T present) {
        return given == null ? present : given;
    }

    private void compareTerms(ImportedPlaces places) {
        PostRules rules = new PostRules(words, places);
        UnitScope appointable = desk.access().scope(POST_APPOINT);
        int done = 0;
        for (Planned plan : planned) {
            progress.at(++done, planned.size());
            if (!appointable.contains(places.unit(plan.term()))
                    && places.sort(
                                    plan.term().holder(),
                                    plan.term().at(),
                                    plan.term().from())
                            .isPresent()) {
                plan.row().fault("at", Text.of("该单元不在您的权限范围内", "Is outside your scope"));
            } else {
                compareTerm(rules, plan);
            }
        }
    }

    private void readPresentTerms() {
        Map<String, Set<String>> codes = planned.stream()
                .map(Planned::term)
                .collect(Collectors.groupingBy(Term::holder, Collectors.mapping(Term::at, Collectors.toSet())));
        PostStore store = new PostStore(tx.em());
        codes.forEach((holder, some) -> store.at(holder, some)
                .forEach(term -> atPlaces.computeIfAbsent(term.place(), place -> new ArrayList<>())
                        .add(term)));
        tx.em().clear();
    }

    /** With what the list leaves empty and the term has. */
    private Term completed(Planned plan) {
        return atPlaces.getOrDefault(plan.term().place(), List.of()).stream()
                .filter(plan.term()::isSameTerm)
                .findFirst()
                .map(before -> before.corrected(plan.term()))
                .orElse(plan.term());
    }

    private void compareTerm(PostRules rules, Planned plan) {
        List<Term> others = atPlaces.computeIfAbsent(plan.term().place(), place -> new ArrayList<>());
        Optional<Term> present = others.stream().filter(plan.term()::isSameTerm).findFirst();
        if (present.isPresent() && present.get().id() == null) {
            plan.row().fault("kind", Text.of("同一任职在文件中重复", "The same term is in the file twice"));
            return;
        }
        Term term = present.map(before -> before.corrected(plan.term())).orElse(plan.term());
        if (present.isPresent() && term.equals(present.get())) {
            return;
        }
        List<Violation> violations = rules.check(term);
        violations.forEach(violation -> plan.row().fault(violation.field(), violation.message()));
        if (!violations.isEmpty()) {
            return;
        }
        Optional<Term> rival = rules.rival(term, others);
        if (rival.isPresent()) {
            plan.row().fault("kind", PostRules.taken(rival.get()));
        } else if (present.isPresent()) {
            changedTerms.put(present.get(), term.atVersion(term.version() + 1));
        } else {
            newTerms.add(term);
            others.add(term);
        }
    }

    private void write(ImportedPlaces places) {
        int total = newPeople.size() + changedPeople.size() + newTerms.size() + changedTerms.size();
        int done = 0;
        PersonStore store = new PersonStore(tx.em());
        for (List<PersonDraft> some : Parts.of(newPeople)) {
            some.forEach(draft -> records.registered(tx, store.insert(draft, code -> kept(draft, code))));
            done = flushed(done + some.size(), total);
        }
        for (Map.Entry<KeptPerson, PersonDraft> change : changedPeople.entrySet()) {
            KeptPerson before = change.getKey();
            PersonDraft draft = change.getValue();
            records.changed(tx, before, store.update(before.code(), draft, kept(draft, before.code())));
        }
        done = flushed(done + changedPeople.size(), total);
        PostStore posts = new PostStore(tx.em());
        for (List<Term> some : Parts.of(newTerms)) {
            posts.insert(some).forEach(term -> PostRecords.takenUp(tx, term, places.unit(term)));
            done = flushed(done + some.size(), total);
        }
        changedTerms.forEach((before, after) -> {
            posts.update(after);
            record(before, after, places);
        });
        flushed(total, total);
        PostLedger.reportLeft(tx, ends());
    }

    /** What was only ended is recorded as any other ending is. */
    private void record(Term before, Term after, ImportedPlaces places) {
        boolean ends = before.isShortenedTo(after);
        if (!ends || !after.equals(before.endingOn(after.to()))) {
            PostRecords.changed(tx, before, after, places.unit(after));
        }
        if (ends) {
            PostRecords.ended(tx, after, places.unit(after, after.to()), null);
        }
    }

    /** Last day on which the list ends a post of each person. */
    private Map<String, LocalDate> ends() {
        Map<String, LocalDate> ends = new HashMap<>();
        changedTerms.forEach((before, after) -> {
            if (before.isShortenedTo(after)) {
                ends.merge(after.person(), after.to(), (one, other) -> one.isAfter(other) ? one : other);
            }
        });
        return ends;
    }

    private int flushed(int done, int total) {
        tx.em().flush();
        tx.em().clear();
        progress.at(done, total == 0 ? -1 : total);
        return done;
    }
}
