package org.gridloom.organization;

import java.time.LocalDate;

/**
 * An outside organisation's membership of a coordination body.
 *
 * @param id of the membership
 * @param body code of the body
 * @param organization code of the outside organisation
 * @param name its name on the date asked for
 * @param validFrom first day
 * @param validTo first day after it; null while it lasts
 * @param version for the next change
 */
public record BodyMember(
        long id, String body, String organization, String name, LocalDate validFrom, LocalDate validTo, long version) {}
