package org.gridloom.training;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Somebody's place in a session.
 *
 * @param id of the record
 * @param session id of the session
 * @param number the session's own number
 * @param title the session's title
 * @param topic the session's topic
 * @param heldOn the session's day
 * @param person code of the person
 * @param personName masked where the caller may not read the person
 * @param post id of the post that they held; null for none
 * @param kind kind of that post; null for none
 * @param unit code of the unit that they came from, as it was written
 * @param state {@code enrolled}, {@code attended} or {@code absent}
 * @param score 0 to 100; null for none
 * @param signedAt time of signing in as people write it; null where it is not known
 * @param note remark; null for none
 * @param version for the next change
 */
public record Attendance(
        long id,
        long session,
        String number,
        String title,
        String topic,
        LocalDate heldOn,
        String person,
        String personName,
        Long post,
        String kind,
        String unit,
        String state,
        BigDecimal score,
        String signedAt,
        String note,
        long version) {

    /** Has a place, and the session is to come. */
    public static final String ENROLLED = "enrolled";

    /** Was there. */
    public static final String ATTENDED = "attended";

    /** The same with the person's name. */
    public Attendance named(String name) {
        return new Attendance(
                id, session, number, title, topic, heldOn, person, name, post, kind, unit, state, score, signedAt, note,
                version);
    }

    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return "Attendance[id=" + id + ", session=" + session + ", state=" + state + "]";
    }
}
