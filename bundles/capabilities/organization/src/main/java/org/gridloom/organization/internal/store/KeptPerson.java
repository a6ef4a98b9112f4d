package org.gridloom.organization.internal.store;

/**
 * A person as the database keeps it.
 *
 * @param code of the person
 * @param name in clear
 * @param unit that keeps the record
 * @param account null for none
 * @param inClear what is not encrypted yet
 * @param sealed what is
 * @param version for the next change
 */
public record KeptPerson(
        String code, String name, String unit, String account, Traits inClear, SealedPerson sealed, long version) {

    /**
     * Sex and year of birth as they were written before these came to be encrypted; null once they are.
     *
     * @param sex as it was typed
     * @param birthYear likewise
     */
    public record Traits(String sex, Integer birthYear) {}

    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return "KeptPerson[code=" + code + ", unit=" + unit + "]";
    }
}
