package org.gridloom.organization;

/**
 * Somebody who holds, held or shall hold a post.
 *
 * @param code the district's own number for the person; not an identity number
 * @param name in clear
 * @param sex {@code male}, {@code female}, or null where it is not known
 * @param birthYear null where it is not known
 * @param politicalStatus masked; null where it is not known
 * @param unit code of the territory unit that keeps the record, as it was written
 * @param account name of the person's account; null for none
 * @param note remark, masked; null for none
 * @param phone telephone number, masked; null for none
 * @param idNumber identity number, masked; null for none
 * @param erased whether the person's data were erased; what was personal is gone for good
 * @param version for the next change
 */
public record Person(
        String code,
        String name,
        String sex,
        Integer birthYear,
        String politicalStatus,
        String unit,
        String account,
        String note,
        String phone,
        String idNumber,
        boolean erased,
        long version) {

    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return "Person[code=" + code + ", unit=" + unit + "]";
    }
}
