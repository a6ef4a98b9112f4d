package org.gridloom.organization;

import java.time.LocalDate;

/**
 * One person's term in one post.
 *
 * @param id of this term
 * @param person code of the person
 * @param personName masked unless the caller may read people in the unit the post counts for, or in that which keeps the
 *     person's record
 * @param kind see {@link PostKind}
 * @param holder what has the post: {@code party}, {@code unit}, {@code outside} or {@code body}
 * @param at code of the organisation, unit or body that has the post
 * @param unit code of the territory unit it counts for on the date asked for
 * @param validFrom first day of the term
 * @param validTo first day after the term; null while no end is set
 * @param crossAppointment code of the outside organisation with which it is a cross-appointment (交叉任职); null for none
 * @param represents code of the outside organisation that the seat represents; null for none
 * @param replaces id of the term before, of the person replaced; null for none
 * @param note remark; null for none
 * @param version for the next change
 */
public record Post(
        long id,
        String person,
        String personName,
        String kind,
        String holder,
        String at,
        String unit,
        LocalDate validFrom,
        LocalDate validTo,
        String crossAppointment,
        String represents,
        Long replaces,
        String note,
        long version) {}
