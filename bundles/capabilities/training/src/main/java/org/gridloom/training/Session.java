package org.gridloom.training;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.state.Case;

/**
 * A session (一期培训).
 *
 * @param id of the record
 * @param number the district's own (期次), unique
 * @param title what it is about (主题)
 * @param topic code of a topic of the rules {@code training.topics}
 * @param format code of a format of the rules {@code training.formats}
 * @param unit code of the territory unit that holds it, as it was written
 * @param heldOn the day
 * @param hours time of the day as people write it; null where it is not known
 * @param place where; null where it is not known
 * @param programme code of the programme; null for none
 * @param studio code of the studio or station that holds it; null for none
 * @param trainers codes of who teaches
 * @param capacity most people who can enrol; null for no limit
 * @param state {@code planned}, {@code open} for enrolment, {@code held} or {@code cancelled}
 * @param enrolled people who are enrolled or were
 * @param attended people who were there
 * @param note remark; null for none
 * @param progress where it stands as a case; null in lists
 * @param version for the next change
 */
public record Session(
        long id,
        String number,
        String title,
        String topic,
        String format,
        String unit,
        LocalDate heldOn,
        String hours,
        String place,
        String programme,
        String studio,
        List<String> trainers,
        Integer capacity,
        String state,
        long enrolled,
        long attended,
        String note,
        Case progress,
        long version) {

    public Session {
        trainers = List.copyOf(trainers);
    }

    /** The same with where it stands. */
    public Session at(Case now) {
        return new Session(
                id, number, title, topic, format, unit, heldOn, hours, place, programme, studio, trainers, capacity,
                state, enrolled, attended, note, now, version);
    }

    /** What it takes to make the same again. */
    public SessionDraft draft() {
        return new SessionDraft(
                number,
                title,
                topic,
                format,
                unit,
                heldOn,
                hours,
                place,
                programme,
                studio,
                trainers,
                capacity == null ? SessionDraft.UNLIMITED : capacity,
                note);
    }
}
