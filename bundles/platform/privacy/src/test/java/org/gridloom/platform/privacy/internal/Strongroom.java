package org.gridloom.platform.privacy.internal;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.privacy.EndedMatter;
import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.privacy.LegalBasis;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.privacy.PersonalRecords;
import org.gridloom.platform.privacy.PersonalSubject;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.privacy.SubjectDirectory;
import org.gridloom.platform.privacy.internal.crypto.KeyFile;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.testkit.TestRules;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;

/** The services of one node over a test database, and a bundle that keeps telephone numbers and illnesses of residents. */
final class Strongroom implements SubjectDirectory, PersonalRecords {

    static final String UNIT = "210102021";
    static final String PHONE = "demo.resident.phone";
    static final String WISH = "demo.resident.wish";
    static final String ACCOUNT = "demo.account.name";
    static final String ILLNESS = "demo.resident.illness";

    final KeyRing ring;
    final DefaultVault vault;
    final Rotation rotation;
    final Subjects subjects;
    final SubjectRights rights;
    final Consents consents;
    final Retention retention;
    final FieldRegister fields = new FieldRegister();
    final Map<String, String> phones = new HashMap<>();
    final List<EndedMatter> ended = new ArrayList<>();
    final Map<String, String> accounts = new HashMap<>();
    final List<String> erased = new ArrayList<>();
    private boolean keepsAnswer;

    Strongroom(TestDatabase db, Path folder) {
        this(db, new KeyFile(TestFiles.in(folder), null));
    }

    Strongroom(TestDatabase db, KeyFile file) {
        ring = new KeyRing(db.transactions(), db.access(), db.clock(), file);
        fields.addFields(() -> List.of(
                field(PHONE, PersonalKind.PHONE, LegalBasis.LEGAL_DUTY, false),
                field(WISH, PersonalKind.OTHER, LegalBasis.CONSENT, false),
                field(ILLNESS, PersonalKind.OTHER, LegalBasis.LEGAL_DUTY, true),
                inClear(ACCOUNT)));
        FieldPolicy policy = new FieldPolicy(new TestRules(new FieldRules()), db.clock());
        vault = new DefaultVault(
                db.transactions(), db.access(), db.clock(), ring, fields, policy, this::refuseIfAnswerIsKept);
        rotation = new Rotation(db.transactions(), db.access(), db.clock(), ring);
        subjects = new Subjects(db.access());
        subjects.addDirectory(this);
        subjects.addRecords(this);
        rights = new SubjectRights(db.transactions(), db.clock(), subjects, fields, ring, this::refuseIfAnswerIsKept);
        consents = new Consents(db.transactions(), db.clock(), subjects, fields);
        retention = new Retention(db.access(), db.clock(), fields, policy, subjects);
    }

    private static PersonalField field(String code, PersonalKind kind, LegalBasis basis, boolean sensitive) {
        Text words = new Text(code, code);
        return new PersonalField(code, words, kind, words, basis, Period.ofYears(1), sensitive);
    }

    private static PersonalField inClear(String code) {
        Text words = new Text(code, code);
        return PersonalField.inClear(code, words, PersonalKind.NAME, words, LegalBasis.LEGAL_DUTY, Period.ofYears(1));
    }

    /** As if the request under way carried an Idempotency-Key. */
    Strongroom keepingAnswers() {
        keepsAnswer = true;
        return this;
    }

    private void refuseIfAnswerIsKept() {
        if (keepsAnswer) {
            throw Problem.invalid("Idempotency-Key", new Text("x", "x"));
        }
    }

    static String subject(String id) {
        return "resident/" + id;
    }

    void take(String id, String phone) {
        phones.put(id, vault.protect(subject(id), PHONE, phone));
    }

    ProtectedValue phone(String id) {
        return new ProtectedValue(subject(id), PHONE, phones.get(id));
    }

    String reveal(String id) {
        return vault.reveal(phone(id), UNIT, "上门核实");
    }

    String masked(String id) {
        return vault.masked(List.of(phone(id))).get(0).text();
    }

    @Override
    public String kind() {
        return "resident";
    }

    @Override
    public Text label() {
        return new Text("居民", "Residents");
    }

    @Override
    public Page<PersonalSubject> list(UnitScope scope, PageQuery page) {
        return Page.of(
                phones.keySet().stream()
                        .sorted()
                        .map(id -> new PersonalSubject(id, UNIT, "王*"))
                        .toList(),
                page,
                phones.size());
    }

    @Override
    public Optional<PersonalSubject> find(String id) {
        return phones.containsKey(id) ? Optional.of(new PersonalSubject(id, UNIT, "王*")) : Optional.empty();
    }

    @Override
    public Set<String> alsoKnownAs(String id) {
        return accounts.containsKey(id) ? Set.of("account/" + accounts.get(id)) : Set.of();
    }

    @Override
    public List<HeldDatum> held(String subject) {
        if (subject.startsWith("account/")) {
            return List.of(new HeldDatum(label(), new Text("账号", "Account"), ACCOUNT, "王小明的账号"));
        }
        String id = subject.substring(kind().length() + 1);
        return List.of(
                new HeldDatum(label(), new Text("姓名", "Name"), null, "王小明"),
                new HeldDatum(label(), new Text("电话", "Phone"), PHONE, phones.get(id)));
    }

    @Override
    public void erase(String subject) {
        if (subject.endsWith("/still-needed")) {
            throw Problem.conflict(new Text("仍在办理", "Still needed"));
        }
        erased.add(subject);
    }

    @Override
    public List<EndedMatter> ended(String field, LocalDate before, UnitScope scope, int limit) {
        return field.equals(PHONE)
                ? ended.stream()
                        .filter(it -> it.endedOn().isBefore(before))
                        .limit(limit)
                        .toList()
                : List.of();
    }
}
