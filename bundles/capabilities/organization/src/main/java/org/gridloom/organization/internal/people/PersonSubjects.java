package org.gridloom.organization.internal.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.store.PersonStore;
import org.gridloom.organization.internal.store.PostStore;
import org.gridloom.platform.privacy.EndedMatter;
import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.privacy.PersonalRecords;
import org.gridloom.platform.privacy.PersonalSubject;
import org.gridloom.platform.privacy.SubjectDirectory;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People who hold posts, as those of whom personal data are kept. */
@Component
public final class PersonSubjects implements SubjectDirectory, PersonalRecords {

    private static final String KIND = "person";
    private static final String PREFIX = KIND + "/";
    private static final Text RECORD = Text.of("人员登记", "Register of people");
    /** In place of a name that was erased. */
    static final String ERASED = "已删除";

    private final Desk desk;

    @Activate
    public PersonSubjects(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Text label() {
        return Text.of("任职人员", "People who hold posts");
    }

    @Override
    public Page<PersonalSubject> list(UnitScope scope, PageQuery page) {
        return desk.transactions()
                .read(tx -> new PersonStore(tx.em()).list(new PersonFilter(null, null, null), scope, page))
                .map(PersonSubjects::subject);
    }

    @Override
    public Optional<PersonalSubject> find(String id) {
        return person(id).map(PersonSubjects::subject);
    }

    private Optional<Person> person(String code) {
        return desk.transactions().read(tx -> new PersonStore(tx.em()).find(code));
    }

    private static PersonalSubject subject(Person person) {
        return new PersonalSubject(person.code(), person.unit(), PersonalKind.NAME.masked(person.name()));
    }

    @Override
    public List<HeldDatum> held(String subject) {
        return code(subject).flatMap(this::person).map(PersonSubjects::held).orElse(List.of());
    }

    private static List<HeldDatum> held(Person person) {
        List<HeldDatum> held = new ArrayList<>();
        add(held, Text.of("姓名", "Name"), person.name());
        add(held, Text.of("性别", "Sex"), person.sex());
        add(held, Text.of("出生年", "Year of birth"), person.birthYear());
        add(held, Text.of("政治面貌", "Political status"), person.politicalStatus());
        add(held, Text.of("所属单元", "Unit"), person.unit());
        add(held, Text.of("账号", "Account"), person.account());
        add(held, Text.of("备注", "Remark"), person.note());
        add(held, PersonalDatum.PHONE, PersonFields.PHONE.name(), person.phone());
        add(held, PersonalDatum.ID_NUMBER, PersonFields.ID_NUMBER.name(), person.idNumber());
        return held;
    }

    private static void add(List<HeldDatum> held, Text name, Object value) {
        if (value != null) {
            held.add(new HeldDatum(RECORD, name, null, value.toString()));
        }
    }

    private static void add(List<HeldDatum> held, PersonalDatum datum, Text name, String stored) {
        if (stored != null) {
            held.add(new HeldDatum(RECORD, name, datum.code(), stored));
        }
    }

    @Override
    public void erase(String subject) {
        code(subject)
                .ifPresent(code -> desk.transactions().run(tx -> {
                    PersonStore store = new PersonStore(tx.em());
                    if (store.lock(code).isEmpty()) {
                        return;
                    }
                    LocalDate today = desk.today();
                    if (new PostStore(tx.em()).withoutPost(Map.of(code, today)).isEmpty()) {
                        throw Problem.conflict(Text.of("此人仍有任职,请先免职", "The person holds a post: end it first"));
                    }
                    store.erase(code, ERASED);
                }));
    }

    @Override
    public List<EndedMatter> ended(String field, LocalDate before, UnitScope scope, int limit) {
        for (PersonalDatum datum : PersonalDatum.values()) {
            if (datum.code().equals(field)) {
                return desk
                        .transactions()
                        .read(tx -> new PersonStore(tx.em()).endedBefore(datum.field(), before, scope, limit))
                        .stream()
                        .map(it -> new EndedMatter(PersonVault.subject(it.code()), it.unit(), it.on()))
                        .toList();
            }
        }
        return List.of();
    }

    private static Optional<String> code(String subject) {
        return subject.startsWith(PREFIX) ? Optional.of(subject.substring(PREFIX.length())) : Optional.empty();
    }
}
