package org.gridloom.organization;

/** What is kept of a person encrypted, and read only with a reason. */
public enum PersonalDatum {
    /** Telephone number. */
    PHONE("phone"),
    /** Identity number. */
    ID_NUMBER("idNumber"),
    /** Political status. */
    POLITICAL_STATUS("politicalStatus"),
    /** Remark on the person. */
    NOTE("note");

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
