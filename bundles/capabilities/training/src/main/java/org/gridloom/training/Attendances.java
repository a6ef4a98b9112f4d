package org.gridloom.training;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;

/**
 * Who takes part: enrolment while a session is open, attendance and scores once it took place. Reading takes
 * {@link TrainingPermissions#READ} where the person came from, or where the session is held; changing
 * {@link TrainingPermissions#RECORD} where the session is held. Nobody has two places in a session, and no more enrol than
 * it has room for; who was there is recorded whether they enrolled or not.
 *
 * <p>Events, with ids and codes: {@code training.person.enrolled}, {@code training.person.withdrawn},
 * {@code training.attendance.recorded} ({@code session}, {@code topic}, {@code on}, {@code attended} and {@code absent}:
 * codes of people).
 */
public interface Attendances {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("heldOn", "person", "score");

    /** Those within the caller's scope. */
    Page<Attendance> list(AttendanceFilter filter, PageQuery page);

    Attendance get(long id);

    /** @throws org.gridloom.platform.problem.Problem CONFLICT where the session is full or not open */
    Attendance enrol(Enrolment enrolment);

    /** Takes back an enrolment. */
    void withdraw(long id, String reason, long expectedVersion);

    /** @throws org.gridloom.platform.problem.Problem CONFLICT where the session did not take place */
    Attendance record(long session, AttendanceDraft draft);

    /** A list of those who signed in, as people keep it (培训签到), all or nothing. */
    ImportReport signedIn(long session, InputStream table, boolean dryRun) throws IOException;
}
