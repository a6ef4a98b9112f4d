package org.gridloom.organization.internal.store;

/**
 * What is kept of a person encrypted, as it is kept; null for none.
 *
 * @param phone encrypted
 * @param phoneIndex for exact search
 * @param idNumber encrypted
 * @param idNumberIndex likewise, of one person only
 * @param politicalStatus encrypted; without index, as so few values would be told apart by it
 * @param note likewise
 * @param sex likewise
 * @param birthYear likewise
 */
public record SealedPerson(
        String phone,
        String phoneIndex,
        String idNumber,
        String idNumberIndex,
        String politicalStatus,
        String note,
        String sex,
        String birthYear) {

    public static final SealedPerson NONE = new SealedPerson(null, null, null, null, null, null, null, null);
}
