package org.gridloom.organization.internal.people;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.organization.PostKind;
import org.gridloom.organization.internal.Desk;
import org.gridloom.organization.internal.domain.Term;
import org.gridloom.organization.internal.domain.Words;
import org.gridloom.organization.internal.store.KeptPerson;
import org.gridloom.organization.internal.store.PersonStore;
import org.gridloom.organization.internal.store.PostQuery;
import org.gridloom.organization.internal.store.PostStore;
import org.gridloom.organization.internal.store.VocabularyStore;
import org.gridloom.platform.privacy.EndedMatter;
import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.privacy.PersonalField;
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
    private static final Text POSTS = Text.of("任职登记", "Register of posts");

    /** By field, what is there as long as the field is known; posts stay, but are nobody's once the person is erased. */
    private static final Map<String, String> ATTRIBUTES = new PersonFields()
            .fields().stream()
                    .map(PersonalField::code)
                    .collect(Collectors.toMap(
                            code -> code,
                            code -> code.equals(PersonFields.POSTS.code())
                                    ? "name"
                                    : code.substring(code.lastIndexOf('.') + 1)));

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

    /** The account is kept by whoever keeps accounts. */
    @Override
    public Set<String> alsoKnownAs(String id) {
        return person(id)
                .map(KeptPerson::account)
                .map(account -> Set.of("account/" + account))
                .orElse(Set.of());
    }

    private Optional<KeptPerson> person(String code) {
        return desk.transactions().read(tx -> new PersonStore(tx.em()).find(code));
    }

    private static PersonalSubject subject(KeptPerson person) {
        return new PersonalSubject(person.code(), person.unit(), PersonalKind.NAME.masked(person.name()));
    }

    @Override
    public List<HeldDatum> held(String subject) {
        return code(subject).flatMap(this::person).map(this::held).orElse(List.of());
    }

    private List<HeldDatum> held(KeptPerson person) {
        List<HeldDatum> held = new ArrayList<>();
        add(held, PersonFields.NAME, person.name());
        add(held, PersonFields.ACCOUNT, person.account());
        for (PersonalDatum datum : PersonalDatum.values()) {
            add(held, PersonFields.of(datum), PersonVault.value(person, datum).stored());
        }
        held.add(new HeldDatum(RECORD, Text.of("所属单元", "Unit"), null, person.unit()));
        desk.transactions().read(tx -> {
            Words words = new VocabularyStore(tx.em()).words();
            new PostStore(tx.em())
                    .all(PostQuery.ever().person(person.code()))
                    .forEach(seated -> held.add(post(words, seated.term())));
            return null;
        });
        return held;
    }

    private static HeldDatum post(Words words, Term term) {
        PostKind kind = words.postKinds().get(term.kind());
        String until = term.to() == null ? "" : term.to().toString();
        String value = Stream.of(term.at(), term.from() + " – " + until, term.represents(), term.note())
                .filter(Objects::nonNull)
                .collect(Collectors.joining("; "));
        Text name = kind == null ? Text.of("任职", "Post") : kind.name();
        return new HeldDatum(POSTS, name, PersonFields.POSTS.code(), value.strip());
    }

    private static void add(List<HeldDatum> held, PersonalField field, Object value) {
        if (value != null) {
            held.add(new HeldDatum(RECORD, field.name(), field.code(), value.toString()));
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
        String attribute = ATTRIBUTES.get(field);
        if (attribute == null) {
            return List.of();
        }
        return desk
                .transactions()
                .read(tx -> new PersonStore(tx.em()).endedBefore(attribute, ERASED, before, scope, limit))
                .stream()
                .map(it -> new EndedMatter(PersonVault.subject(it.code()), it.unit(), it.on()))
                .toList();
    }

    private static Optional<String> code(String subject) {
        return subject.startsWith(PREFIX) ? Optional.of(subject.substring(PREFIX.length())) : Optional.empty();
    }
}
