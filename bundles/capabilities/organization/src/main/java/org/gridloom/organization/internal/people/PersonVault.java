package org.gridloom.organization.internal.people;

import static org.gridloom.organization.PersonalDatum.BIRTH_YEAR;
import static org.gridloom.organization.PersonalDatum.ID_NUMBER;
import static org.gridloom.organization.PersonalDatum.NOTE;
import static org.gridloom.organization.PersonalDatum.PHONE;
import static org.gridloom.organization.PersonalDatum.POLITICAL_STATUS;
import static org.gridloom.organization.PersonalDatum.SEX;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.organization.internal.store.KeptPerson;
import org.gridloom.organization.internal.store.PersonStore;
import org.gridloom.organization.internal.store.SealedPerson;
import org.gridloom.platform.privacy.MaskedValue;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.privacy.Vault;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is kept of people encrypted, between how it is typed, kept and shown. */
@Component(service = PersonVault.class)
public final class PersonVault {

    private static final int AT_ONCE = 500;
    private static final List<PersonalDatum> TEXTS = List.of(POLITICAL_STATUS, NOTE, SEX, BIRTH_YEAR);
    private static final Pattern SEXES = Pattern.compile("male|female");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final Vault vault;

    @Activate
    public PersonVault(@Reference Vault vault) {
        this.vault = vault;
    }

    static String subject(String code) {
        return "person/" + code;
    }

    /** As they are shown, in their order. */
    public List<Person> masked(List<KeptPerson> kept) {
        List<PersonalDatum> data = List.of(PersonalDatum.values());
        List<MaskedValue> masks = vault.masked(kept.stream()
                .flatMap(person -> data.stream().map(datum -> value(person, datum)))
                .toList());
        List<Person> shown = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            shown.add(with(kept.get(i), masks.subList(i * data.size(), (i + 1) * data.size())));
        }
        return shown;
    }

    Person masked(KeptPerson kept) {
        return masked(List.of(kept)).get(0);
    }

    /** @param masks one for each datum, in their order */
    private static Person with(KeptPerson person, List<MaskedValue> masks) {
        String sex = shownWhole(masks.get(SEX.ordinal()), SEXES);
        String year = shownWhole(masks.get(BIRTH_YEAR.ordinal()), YEAR);
        return new Person(
                person.code(),
                person.name(),
                sex == null ? person.inClear().sex() : sex,
                year == null ? person.inClear().birthYear() : Integer.valueOf(year),
                masks.get(POLITICAL_STATUS.ordinal()).text(),
                person.unit(),
                person.account(),
                masks.get(NOTE.ordinal()).text(),
                masks.get(PHONE.ordinal()).text(),
                masks.get(ID_NUMBER.ordinal()).text(),
                masks.get(PHONE.ordinal()).erased(),
                person.version());
    }

    /** Null as well where it cannot be opened now, and stars stand for it. */
    private static String shownWhole(MaskedValue value, Pattern form) {
        return value.text() != null && form.matcher(value.text()).matches() ? value.text() : null;
    }

    static ProtectedValue value(KeptPerson kept, PersonalDatum datum) {
        return new ProtectedValue(subject(kept.code()), datum.code(), text(kept.sealed(), datum));
    }

    private static String text(SealedPerson sealed, PersonalDatum datum) {
        return switch (datum) {
            case PHONE -> sealed.phone();
            case ID_NUMBER -> sealed.idNumber();
            case POLITICAL_STATUS -> sealed.politicalStatus();
            case NOTE -> sealed.note();
            case SEX -> sealed.sex();
            case BIRTH_YEAR -> sealed.birthYear();
        };
    }

    private static String text(Person person, PersonalDatum datum) {
        return switch (datum) {
            case PHONE -> person.phone();
            case ID_NUMBER -> person.idNumber();
            case POLITICAL_STATUS -> person.politicalStatus();
            case NOTE -> person.note();
            case SEX -> person.sex();
            case BIRTH_YEAR -> Objects.toString(person.birthYear(), null);
        };
    }

    private static String text(PersonDraft draft, PersonalDatum datum) {
        return switch (datum) {
            case PHONE -> draft.phone();
            case ID_NUMBER -> draft.idNumber();
            case POLITICAL_STATUS -> draft.politicalStatus();
            case NOTE -> draft.note();
            case SEX -> draft.sex();
            case BIRTH_YEAR -> Objects.toString(draft.birthYear(), null);
        };
    }

    String reveal(KeptPerson kept, PersonalDatum datum, String reason) {
        return vault.reveal(value(kept, datum), kept.unit(), reason);
    }

    /** What is wrong with what is to be encrypted; what is as it was shown is left as it is. */
    public List<Violation> faults(PersonDraft draft, Optional<Person> shown) {
        List<Violation> faults = new ArrayList<>();
        for (PersonalDatum datum : PersonalDatum.values()) {
            String given = text(draft, datum);
            if (!isNone(given) && !isShown(given, shown.map(person -> text(person, datum)))) {
                PersonFields.of(datum)
                        .kind()
                        .fault(given)
                        .ifPresent(fault -> faults.add(Violation.of(datum.field(), fault)));
            }
        }
        return faults;
    }

    /**
     * Which texts that are kept, and have no index, are what drafts say.
     *
     * @param drafts by the people as they are kept
     */
    public Set<ProtectedValue> same(Map<KeptPerson, PersonDraft> drafts) {
        Map<ProtectedValue, String> given = new HashMap<>();
        drafts.forEach((kept, draft) -> TEXTS.forEach(datum -> given.put(value(kept, datum), text(draft, datum))));
        given.values().removeIf(PersonVault::isNone);
        return vault.same(given);
    }

    private static boolean isNone(String given) {
        return given == null || given.isBlank();
    }

    private static boolean isShown(String given, Optional<String> shown) {
        return shown.isPresent() && shown.get().equals(given.strip());
    }

    /** For exact search; null for none. */
    public String phoneIndex(String given) {
        return isNone(given) ? null : vault.index(PHONE.code(), given);
    }

    /** For exact search and against doubles; null for none. */
    public String idNumberIndex(String given) {
        return isNone(given) ? null : vault.index(ID_NUMBER.code(), given);
    }

    /**
     * What stays of what is encrypted, for comparing without opening anything: indexes of the numbers that the person
     * shall have, and texts as they are kept, where they are not to be written anew.
     *
     * @param shown as the person is shown now; empty for a new one
     * @param had what is kept of the person
     * @param same from {@link #same}
     */
    public SealedPerson wanted(PersonDraft draft, Optional<Person> shown, SealedPerson had, Set<ProtectedValue> same) {
        return new SealedPerson(
                null,
                isLeft(draft, PHONE, shown) ? had.phoneIndex() : phoneIndex(draft.phone()),
                null,
                isLeft(draft, ID_NUMBER, shown) ? had.idNumberIndex() : idNumberIndex(draft.idNumber()),
                stays(draft, POLITICAL_STATUS, shown, had.politicalStatus(), same),
                stays(draft, NOTE, shown, had.note(), same),
                stays(draft, SEX, shown, had.sex(), same),
                stays(draft, BIRTH_YEAR, shown, had.birthYear(), same));
    }

    /** As it was shown, also where nothing was: it may be there and not to be opened now. */
    private static boolean isLeft(PersonDraft draft, PersonalDatum datum, Optional<Person> shown) {
        String given = text(draft, datum);
        Optional<String> was = shown.map(person -> text(person, datum));
        return shown.isPresent() && (isNone(given) ? was.isEmpty() : isShown(given, was));
    }

    private static String stays(
            PersonDraft draft, PersonalDatum datum, Optional<Person> shown, String stored, Set<ProtectedValue> same) {
        boolean said = shown.isPresent()
                && same.contains(new ProtectedValue(subject(shown.get().code()), datum.code(), stored));
        return said || isLeft(draft, datum, shown) ? stored : null;
    }

    /** Whether everything stays as it is. */
    public static boolean isUnchanged(PersonDraft draft, SealedPerson wanted, SealedPerson had) {
        return Objects.equals(had.phoneIndex(), wanted.phoneIndex())
                && Objects.equals(had.idNumberIndex(), wanted.idNumberIndex())
                && isUnchanged(draft.politicalStatus(), wanted.politicalStatus(), had.politicalStatus())
                && isUnchanged(draft.note(), wanted.note(), had.note())
                && isUnchanged(draft.sex(), wanted.sex(), had.sex())
                && isUnchanged(Objects.toString(draft.birthYear(), null), wanted.birthYear(), had.birthYear());
    }

    private static boolean isUnchanged(String given, String wanted, String had) {
        return Objects.equals(wanted, had) && (wanted != null || isNone(given));
    }

    /**
     * What to keep: what is the same as before stays as it is, what is new is encrypted.
     *
     * @param wanted from {@link #wanted}
     */
    public SealedPerson kept(String code, PersonDraft draft, SealedPerson wanted, SealedPerson had) {
        return new SealedPerson(
                kept(wanted.phoneIndex(), had.phoneIndex(), had.phone(), seal(code, PHONE, draft)),
                wanted.phoneIndex(),
                kept(wanted.idNumberIndex(), had.idNumberIndex(), had.idNumber(), seal(code, ID_NUMBER, draft)),
                wanted.idNumberIndex(),
                kept(wanted.politicalStatus(), seal(code, POLITICAL_STATUS, draft)),
                kept(wanted.note(), seal(code, NOTE, draft)),
                kept(wanted.sex(), seal(code, SEX, draft)),
                kept(wanted.birthYear(), seal(code, BIRTH_YEAR, draft)));
    }

    private static String kept(String stored, Supplier<String> seal) {
        return stored == null ? seal.get() : stored;
    }

    private static String kept(String wanted, String had, String stored, Supplier<String> seal) {
        if (wanted == null) {
            return null;
        }
        return wanted.equals(had) ? stored : seal.get();
    }

    private Supplier<String> seal(String code, PersonalDatum datum, PersonDraft draft) {
        return () -> sealed(code, datum.code(), text(draft, datum));
    }

    /** Encrypted for the person; null for nothing. */
    String sealed(String code, String field, String given) {
        return isNone(given) ? null : vault.protect(subject(code), field, given);
    }

    /**
     * Encrypts what is in clear of people who were registered when it was kept so.
     *
     * @param codes whom to look at; null for everybody
     * @return whether there may be more of them
     */
    public boolean sealWhatIsInClear(Tx tx, Collection<String> codes) {
        PersonStore store = new PersonStore(tx.em());
        List<PersonStore.InClear> found = store.lockInClear(codes, AT_ONCE);
        found.forEach(person -> seal(store, person));
        return found.size() == AT_ONCE;
    }

    private void seal(PersonStore store, PersonStore.InClear person) {
        String code = person.kept().code();
        if (person.texts()) {
            SealedPerson texts = person.kept().sealed();
            store.sealTexts(
                    code,
                    sealed(code, POLITICAL_STATUS.code(), texts.politicalStatus()),
                    sealed(code, NOTE.code(), texts.note()));
        }
        KeptPerson.Traits traits = person.kept().inClear();
        store.sealTraits(
                code,
                sealed(code, SEX.code(), traits.sex()),
                sealed(code, BIRTH_YEAR.code(), Objects.toString(traits.birthYear(), null)));
    }
}
