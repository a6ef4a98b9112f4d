package org.gridloom.training.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.privacy.EndedMatter;
import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.privacy.PersonalRecords;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is kept of a person: which sessions they were in, and their certificates. Codes only, so nothing is in clear. */
@Component
public final class TrainingRecords implements PersonalRecords {

    private static final String PREFIX = "person/";
    private static final Text PLACE = Text.of("培训签到", "Attendance of training");
    private static final Text CERTIFICATE = Text.of("培训证书", "Certificates of training");

    private final Desk desk;

    @Activate
    public TrainingRecords(@Reference Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<HeldDatum> held(String subject) {
        if (!subject.startsWith(PREFIX)) {
            return List.of();
        }
        String person = subject.substring(PREFIX.length());
        return desk.transactions().read(tx -> {
            List<HeldDatum> held = new ArrayList<>();
            Sql sql = Sql.of(tx);
            sql.list(
                    row -> held.add(new HeldDatum(
                            PLACE,
                            Text.of("期次与成绩", "Session and score"),
                            null,
                            row.getString(1) + " " + row.getString(2))),
                    "select s.number, coalesce(cast(a.score as varchar(10)), a.state) from training_attendance a"
                            + " join training_session s on s.id = a.session_id where a.person = ? order by a.id",
                    person);
            sql.list(
                    row -> held.add(new HeldDatum(CERTIFICATE, Text.of("证书编号", "Number"), null, row.getString(1))),
                    "select number from training_certificate where person = ? order by id",
                    person);
            return held;
        });
    }

    /** Records stay, by a code that then is nobody's; what was noted of the person goes. */
    @Override
    public void erase(String subject) {
        if (subject.startsWith(PREFIX)) {
            desk.transactions()
                    .run(tx -> Sql.of(tx)
                            .update(
                                    "update training_attendance set note = null, signed_at = null where person = ?",
                                    subject.substring(PREFIX.length())));
        }
    }

    @Override
    public List<EndedMatter> ended(String field, LocalDate before, UnitScope scope, int limit) {
        return List.of();
    }
}
