package org.gridloom.organization;

/** What is kept of a person encrypted. All but what is said to be shown is read with a reason only. */
public enum PersonalDatum {
    /** Telephone number. */
    PHONE("phone"),
    /** Identity number. */
    ID_NUMBER("idNumber"),
    /** Political status. */
    POLITICAL_STATUS("politicalStatus"),
    /** Remark on the person. */
    NOTE("note"),
    /** Sex, shown to whoever may read the record. */
    SEX("sex"),
    /** Year of birth, likewise. */
    BIRTH_YEAR("birthYear");

    private final String field;

    PersonalDatum(String field) {
        this.field = field;
    }

    /** Name of the field in {@link Person} and {@link PersonDraft}. */
    public String field() {
        return field;
    }

    /** Code of the field of personal data. */
    public String code() {
        return "organization.person." + field;
    }
}
