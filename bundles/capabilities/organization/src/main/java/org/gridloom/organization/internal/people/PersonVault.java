package org.gridloom.organization.internal.people;

import static org.gridloom.organization.PersonalDatum.ID_NUMBER;
import static org.gridloom.organization.PersonalDatum.NOTE;
import static org.gridloom.organization.PersonalDatum.PHONE;
import static org.gridloom.organization.PersonalDatum.POLITICAL_STATUS;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.organization.internal.store.PersonNumbers;
import org.gridloom.organization.internal.store.PersonStore;
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
    private static final List<PersonalDatum> TEXTS = List.of(POLITICAL_STATUS, NOTE);

    private final Vault vault;

    @Activate
    public PersonVault(@Reference Vault vault) {
        this.vault = vault;
    }

    static String subject(String code) {
        return "person/" + code;
    }

    /** As they are shown, in their order. */
    public List<Person> masked(List<Person> kept) {
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

    Person masked(Person kept) {
        return masked(List.of(kept)).get(0);
    }

    /** @param masks one for each datum, in their order */
    private static Person with(Person person, List<MaskedValue> masks) {
        return new Person(
                person.code(),
                person.name(),
                person.sex(),
                person.birthYear(),
                masks.get(POLITICAL_STATUS.ordinal()).text(),
                person.unit(),
                person.account(),
                masks.get(NOTE.ordinal()).text(),
                masks.get(PHONE.ordinal()).text(),
                masks.get(ID_NUMBER.ordinal()).text(),
                masks.get(PHONE.ordinal()).erased(),
                person.version());
    }

    static ProtectedValue value(Person kept, PersonalDatum datum) {
        return new ProtectedValue(subject(kept.code()), datum.code(), text(kept, datum));
    }

    private static String text(Person person, PersonalDatum datum) {
        return switch (datum) {
            case PHONE -> person.phone();
            case ID_NUMBER -> person.idNumber();
            case POLITICAL_STATUS -> person.politicalStatus();
            case NOTE -> person.note();
        };
    }

    private static String text(PersonDraft draft, PersonalDatum datum) {
        return switch (datum) {
            case PHONE -> draft.phone();
            case ID_NUMBER -> draft.idNumber();
            case POLITICAL_STATUS -> draft.politicalStatus();
            case NOTE -> draft.note();
        };
    }

    String reveal(Person kept, PersonalDatum datum, String reason) {
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
    public Set<ProtectedValue> same(Map<Person, PersonDraft> drafts) {
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
    public PersonNumbers wanted(
            PersonDraft draft, Optional<Person> shown, PersonNumbers had, Set<ProtectedValue> same) {
        return new PersonNumbers(
                null,
                isLeft(draft, PHONE, shown) ? had.phoneIndex() : phoneIndex(draft.phone()),
                null,
                isLeft(draft, ID_NUMBER, shown) ? had.idNumberIndex() : idNumberIndex(draft.idNumber()),
                stays(draft, POLITICAL_STATUS, shown, had.politicalStatus(), same),
                stays(draft, NOTE, shown, had.note(), same));
    }

    private static boolean isLeft(PersonDraft draft, PersonalDatum datum, Optional<Person> shown) {
        String given = text(draft, datum);
        return !isNone(given) && isShown(given, shown.map(person -> text(person, datum)));
    }

    private static String stays(
            PersonDraft draft, PersonalDatum datum, Optional<Person> shown, String stored, Set<ProtectedValue> same) {
        boolean said = shown.isPresent()
                && same.contains(new ProtectedValue(subject(shown.get().code()), datum.code(), stored));
        return said || isLeft(draft, datum, shown) ? stored : null;
    }

    /** Whether everything stays as it is. */
    public static boolean isUnchanged(PersonDraft draft, PersonNumbers wanted, PersonNumbers had) {
        return Objects.equals(had.phoneIndex(), wanted.phoneIndex())
                && Objects.equals(had.idNumberIndex(), wanted.idNumberIndex())
                && isUnchanged(draft.politicalStatus(), wanted.politicalStatus(), had.politicalStatus())
                && isUnchanged(draft.note(), wanted.note(), had.note());
    }

    private static boolean isUnchanged(String given, String wanted, String had) {
        return Objects.equals(wanted, had) && (wanted != null || isNone(given));
    }

    /**
     * What to keep: what is the same as before stays as it is, what is new is encrypted.
     *
     * @param wanted from {@link #wanted}
     */
    public PersonNumbers kept(String code, PersonDraft draft, PersonNumbers wanted, PersonNumbers had) {
        return new PersonNumbers(
                kept(wanted.phoneIndex(), had.phoneIndex(), had.phone(), seal(code, PHONE, draft.phone())),
                wanted.phoneIndex(),
                kept(
                        wanted.idNumberIndex(),
                        had.idNumberIndex(),
                        had.idNumber(),
                        seal(code, ID_NUMBER, draft.idNumber())),
                wanted.idNumberIndex(),
                wanted.politicalStatus() == null
                        ? sealed(code, POLITICAL_STATUS.code(), draft.politicalStatus())
                        : wanted.politicalStatus(),
                wanted.note() == null ? sealed(code, NOTE.code(), draft.note()) : wanted.note());
    }

    private static String kept(String wanted, String had, String stored, Supplier<String> seal) {
        if (wanted == null) {
            return null;
        }
        return wanted.equals(had) ? stored : seal.get();
    }

    private Supplier<String> seal(String code, PersonalDatum datum, String given) {
        return () -> sealed(code, datum.code(), given);
    }

    /** Encrypted for the person; null for nothing. */
    String sealed(String code, String field, String given) {
        return isNone(given) ? null : vault.protect(subject(code), field, given);
    }

    /**
     * Encrypts in their place the texts of people who were registered when these were kept in clear.
     *
     * @param codes whom to look at; null for everybody
     * @return whether there may be more of them
     */
    public boolean sealTexts(Tx tx, Collection<String> codes) {
        PersonStore store = new PersonStore(tx.em());
        List<PersonStore.InClear> found = store.lockInClear(codes, AT_ONCE);
        found.forEach(person -> store.seal(
                person.code(),
                sealed(person.code(), POLITICAL_STATUS.code(), person.politicalStatus()),
                sealed(person.code(), NOTE.code(), person.note())));
        return found.size() == AT_ONCE;
    }
}
