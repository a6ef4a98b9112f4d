package org.gridloom.organization;

import java.time.LocalDate;

/**
 * An official document on which rules rest.
 *
 * @param id identifies it
 * @param number its number (文号), as in 和委办发〔2026〕3号; unique in the register
 * @param title its title
 * @param issuer who issued it (发文机关)
 * @param issuedOn when it was issued
 * @param inForceFrom first day in force
 * @param inForceTo first day on which it is no more in force; null while no end is set
 * @param supersedes id of the document that it replaces; may be null
 * @param note remark; may be null
 * @param version counts changes
 */
public record Document(
        long id,
        String number,
        String title,
        String issuer,
        LocalDate issuedOn,
        LocalDate inForceFrom,
        LocalDate inForceTo,
        Long supersedes,
        String note,
        long version) {

    public boolean inForceOn(LocalDate date) {
        return !date.isBefore(inForceFrom) && (inForceTo == null || date.isBefore(inForceTo));
    }
}
