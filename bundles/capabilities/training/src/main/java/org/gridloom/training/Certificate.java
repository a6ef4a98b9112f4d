package org.gridloom.training;

import java.time.LocalDate;

/**
 * That somebody has done a programme.
 *
 * @param id of the record
 * @param number unique
 * @param programme code of the programme
 * @param person code of the person
 * @param personName masked where the caller may not read the person
 * @param unit code of the unit that they came from, as it was written
 * @param issuedOn its day
 * @param validTo first day on which it is no longer good; null for ever
 * @param revokedOn when it was taken back; null where it was not
 * @param reason why it was taken back; null where it was not
 * @param version for the next change
 */
public record Certificate(
        long id,
        String number,
        String programme,
        String person,
        String personName,
        String unit,
        LocalDate issuedOn,
        LocalDate validTo,
        LocalDate revokedOn,
        String reason,
        long version) {

    /** One that is to be issued. */
    public static Certificate of(
            String number, String programme, String person, String unit, LocalDate issuedOn, LocalDate validTo) {
        return new Certificate(0, number, programme, person, null, unit, issuedOn, validTo, null, null, 0);
    }

    /** The same with the person's name. */
    public Certificate named(String name) {
        return new Certificate(
                id, number, programme, person, name, unit, issuedOn, validTo, revokedOn, reason, version);
    }

    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return "Certificate[id=" + id + ", number=" + number + "]";
    }
}
