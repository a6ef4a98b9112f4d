package org.gridloom.organization.internal.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A person's term in a post.
 *
 * @param id null until it is stored
 * @param person code of the person
 * @param to first day after it; null while no end is set
 */
public record Term(
        Long id,
        String person,
        String kind,
        String holder,
        String at,
        LocalDate from,
        LocalDate to,
        String crossAppointment,
        String represents,
        Long replaces,
        String note,
        long version) {

    public boolean overlaps(Term other) {
        return !isCancelled()
                && !other.isCancelled()
                && (other.to == null || from.isBefore(other.to))
                && (to == null || other.from.isBefore(to));
    }

    /** Ended before it began. */
    public boolean isCancelled() {
        return from.equals(to);
    }

    /** What to lock before the posts of a place change. */
    public static String place(String holder, String at) {
        return holder + ":" + at;
    }

    public String place() {
        return place(holder, at);
    }

    public boolean isSamePost(Term other) {
        return kind.equals(other.kind) && holder.equals(other.holder) && at.equals(other.at);
    }

    public boolean isBy(Term other) {
        return person.equals(other.person);
    }

    /** Whether it lasts on the day or begins later. */
    public boolean lastsBeyond(LocalDate day) {
        return !isCancelled() && (to == null || to.isAfter(day));
    }

    /** Ending on the day, or never begun where that is before its first day. */
    public Term endingOn(LocalDate day) {
        LocalDate end = day.isBefore(from) ? from : day;
        return new Term(
                id, person, kind, holder, at, from, end, crossAppointment, represents, replaces, note, version + 1);
    }

    /** Whether the same term, as it is now, ends sooner than this said. */
    public boolean isShortenedTo(Term now) {
        return now.to != null && lastsBeyond(now.to);
    }

    /** The same with what a list gives of it; what is null there stays. */
    public Term corrected(Term list) {
        return new Term(
                id,
                person,
                kind,
                holder,
                at,
                from,
                list.to == null ? to : list.to,
                list.crossAppointment == null ? crossAppointment : list.crossAppointment,
                list.represents == null ? represents : list.represents,
                replaces,
                list.note == null ? note : list.note,
                version);
    }

    public Term atVersion(long next) {
        return new Term(id, person, kind, holder, at, from, to, crossAppointment, represents, replaces, note, next);
    }

    /** Whether both are the same person's term in the same post from the same day. */
    public boolean isSameTerm(Term other) {
        return isSamePost(other) && isBy(other) && from.equals(other.from);
    }

    /** The term of the person who takes over from this one. */
    public Term handedTo(String successor, LocalDate on, LocalDate until, String representing) {
        return new Term(
                null,
                successor,
                kind,
                holder,
                at,
                on,
                until,
                crossAppointment,
                representing == null ? represents : representing,
                id,
                note,
                1);
    }

    /** The fields by their names in audit trail and events; codes and dates only. */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("person", person);
        fields.put("kind", kind);
        fields.put("holder", holder);
        fields.put("at", at);
        fields.put("validFrom", from.toString());
        fields.put("validTo", to == null ? null : to.toString());
        fields.put("crossAppointment", crossAppointment);
        fields.put("represents", represents);
        fields.put("replaces", replaces);
        fields.values().removeIf(value -> value == null);
        return fields;
    }
}
