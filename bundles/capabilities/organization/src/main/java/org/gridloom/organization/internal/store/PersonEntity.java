package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.gridloom.organization.Person;
import org.gridloom.organization.PersonDraft;

/** Somebody who holds posts. */
@Entity
@Table(name = "organization_person")
class PersonEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "organization_party")
    @Column(name = "id")
    Long id;

    @Column(name = "code")
    String code;

    @Column(name = "name")
    String name;

    @Column(name = "sex")
    String sex;

    @Column(name = "birth_year")
    Integer birthYear;

    @Column(name = "political_status")
    String politicalStatus;

    @Column(name = "unit")
    String unit;

    @Column(name = "account")
    String account;

    @Column(name = "note")
    String note;

    @Column(name = "phone")
    String phone;

    @Column(name = "phone_index")
    String phoneIndex;

    @Column(name = "id_number")
    String idNumber;

    @Column(name = "id_number_index")
    String idNumberIndex;

    @Column(name = "texts_sealed")
    boolean textsSealed;

    @Column(name = "version")
    long version;

    void set(PersonDraft draft) {
        name = draft.name().strip();
        sex = draft.sex();
        birthYear = draft.birthYear();
        unit = draft.unit();
        account = draft.account();
        version++;
    }

    void keep(PersonNumbers numbers) {
        phone = numbers.phone();
        phoneIndex = numbers.phoneIndex();
        idNumber = numbers.idNumber();
        idNumberIndex = numbers.idNumberIndex();
        seal(numbers.politicalStatus(), numbers.note());
    }

    void seal(String sealedStatus, String sealedNote) {
        politicalStatus = sealedStatus;
        note = sealedNote;
        textsSealed = true;
    }

    /** Leaves who keeps the record, and what others refer to it by. */
    void erase(String placeholder) {
        name = placeholder;
        sex = null;
        birthYear = null;
        account = null;
        keep(PersonNumbers.NONE);
        version++;
    }

    PersonNumbers numbers() {
        return new PersonNumbers(phone, phoneIndex, idNumber, idNumberIndex, politicalStatus, note);
    }

    /** With what is encrypted as it is kept. */
    Person person() {
        return new Person(
                code, name, sex, birthYear, politicalStatus, unit, account, note, phone, idNumber, false, version);
    }
}
