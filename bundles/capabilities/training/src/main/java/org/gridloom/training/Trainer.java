package org.gridloom.training;

/**
 * Somebody who teaches (授课人).
 *
 * @param code the district's own, for good
 * @param name masked unless the caller may read training in the trainer's unit
 * @param unit code of the territory unit that keeps the record
 * @param affiliation where they work; null where it is not known
 * @param expertise what they teach; null where it is not known
 * @param person code of the person, for one of the district's own people; null for none
 * @param note remark; null for none
 * @param version for the next change
 */
public record Trainer(
        String code,
        String name,
        String unit,
        String affiliation,
        String expertise,
        String person,
        String note,
        long version)
        implements CatalogueRecord {

    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return "Trainer[code=" + code + ", unit=" + unit + "]";
    }
}
