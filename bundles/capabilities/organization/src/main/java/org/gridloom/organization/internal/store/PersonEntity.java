package org.gridloom.organization.internal.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.internal.store.KeptPerson.Traits;

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
    String sexInClear;

    @Column(name = "birth_year")
    Integer birthYearInClear;

    @Column(name = "sex_sealed")
    String sex;

    @Column(name = "birth_year_sealed")
    String birthYear;

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

    @Column(name = "traits_sealed")
    boolean traitsSealed;

    @Column(name = "version")
    long version;

    void set(PersonDraft draft) {
        name = draft.name().strip();
        unit = draft.unit();
        account = draft.account();
        version++;
    }

    void keep(SealedPerson sealed) {
        phone = sealed.phone();
        phoneIndex = sealed.phoneIndex();
        idNumber = sealed.idNumber();
        idNumberIndex = sealed.idNumberIndex();
        sealTexts(sealed.politicalStatus(), sealed.note());
        sealTraits(sealed.sex(), sealed.birthYear());
    }

    void sealTexts(String sealedStatus, String sealedNote) {
        politicalStatus = sealedStatus;
        note = sealedNote;
        textsSealed = true;
    }

    void sealTraits(String sealedSex, String sealedYear) {
        sex = sealedSex;
        birthYear = sealedYear;
        sexInClear = null;
        birthYearInClear = null;
        traitsSealed = true;
    }

    /** Leaves who keeps the record, and what others refer to it by. */
    void erase(String placeholder) {
        name = placeholder;
        account = null;
        keep(SealedPerson.NONE);
        version++;
    }

    KeptPerson person() {
        SealedPerson sealed =
                new SealedPerson(phone, phoneIndex, idNumber, idNumberIndex, politicalStatus, note, sex, birthYear);
        return new KeptPerson(code, name, unit, account, new Traits(sexInClear, birthYearInClear), sealed, version);
    }
}
