package org.gridloom.organization.internal.store;

/**
 * A person's telephone and identity number as they are kept; null for none.
 *
 * @param phone encrypted
 * @param phoneIndex for exact search
 * @param idNumber encrypted
 * @param idNumberIndex likewise, of one person only
 */
public record PersonNumbers(String phone, String phoneIndex, String idNumber, String idNumberIndex) {

    public static final PersonNumbers NONE = new PersonNumbers(null, null, null, null);
}
