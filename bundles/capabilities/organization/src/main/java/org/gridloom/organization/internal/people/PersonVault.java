package org.gridloom.organization.internal.people;

import static org.gridloom.organization.internal.people.PersonFields.ID_NUMBER;
import static org.gridloom.organization.internal.people.PersonFields.PHONE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.PersonalDatum;
import org.gridloom.organization.internal.store.PersonNumbers;
import org.gridloom.platform.privacy.MaskedValue;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.ProtectedValue;
import org.gridloom.platform.privacy.Vault;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Telephone and identity numbers of people, between how they are typed, kept and shown. */
@Component(service = PersonVault.class)
public final class PersonVault {

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
        List<ProtectedValue> values = new ArrayList<>();
        for (Person person : kept) {
            values.add(value(person, PersonalDatum.PHONE));
            values.add(value(person, PersonalDatum.ID_NUMBER));
        }
        List<MaskedValue> masks = vault.masked(values);
        List<Person> shown = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            shown.add(with(kept.get(i), masks.get(2 * i), masks.get(2 * i + 1)));
        }
        return shown;
    }

    Person masked(Person kept) {
        return masked(List.of(kept)).get(0);
    }

    private static Person with(Person person, MaskedValue phone, MaskedValue idNumber) {
        return new Person(
                person.code(),
                person.name(),
                person.sex(),
                person.birthYear(),
                person.politicalStatus(),
                person.unit(),
                person.account(),
                person.note(),
                phone.text(),
                idNumber.text(),
                phone.erased(),
                person.version());
    }

    static ProtectedValue value(Person kept, PersonalDatum datum) {
        String stored = datum == PersonalDatum.PHONE ? kept.phone() : kept.idNumber();
        return new ProtectedValue(subject(kept.code()), datum.code(), stored);
    }

    String reveal(Person kept, PersonalDatum datum, String reason) {
        return vault.reveal(value(kept, datum), kept.unit(), reason);
    }

    /** What is wrong with the numbers; one that is as it was shown is left as it is. */
    public List<Violation> faults(PersonDraft draft, Optional<Person> shown) {
        List<Violation> faults = new ArrayList<>();
        fault(PHONE, draft.phone(), shown.map(Person::phone))
                .ifPresent(fault -> faults.add(Violation.of(PersonalDatum.PHONE.field(), fault)));
        fault(ID_NUMBER, draft.idNumber(), shown.map(Person::idNumber))
                .ifPresent(fault -> faults.add(Violation.of(PersonalDatum.ID_NUMBER.field(), fault)));
        return faults;
    }

    private static Optional<Text> fault(PersonalField field, String given, Optional<String> shown) {
        return isNone(given) || isShown(given, shown)
                ? Optional.empty()
                : field.kind().fault(given);
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
     * Indexes of what the person shall have, for comparing without opening anything.
     *
     * @param shown as the person is shown now; empty for a new one
     * @param had as the person's numbers are kept
     */
    public PersonNumbers wanted(PersonDraft draft, Optional<Person> shown, PersonNumbers had) {
        boolean samePhone = !isNone(draft.phone()) && isShown(draft.phone(), shown.map(Person::phone));
        boolean sameId = !isNone(draft.idNumber()) && isShown(draft.idNumber(), shown.map(Person::idNumber));
        return new PersonNumbers(
                null,
                samePhone ? had.phoneIndex() : phoneIndex(draft.phone()),
                null,
                sameId ? had.idNumberIndex() : idNumberIndex(draft.idNumber()));
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
                wanted.idNumberIndex());
    }

    private static String kept(String wanted, String had, String stored, Supplier<String> seal) {
        if (wanted == null) {
            return null;
        }
        return wanted.equals(had) ? stored : seal.get();
    }

    private Supplier<String> seal(String code, PersonalField field, String given) {
        return () -> vault.protect(subject(code), field.code(), given);
    }
}
