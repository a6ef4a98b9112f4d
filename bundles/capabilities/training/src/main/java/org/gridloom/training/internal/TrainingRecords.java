package org.gridloom.training.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridloom.platform.privacy.EndedMatter;
import org.gridloom.platform.privacy.HeldDatum;
import org.gridloom.platform.privacy.LegalBasis;
import org.gridloom.platform.privacy.PersonalField;
import org.gridloom.platform.privacy.PersonalFields;
import org.gridloom.platform.privacy.PersonalKind;
import org.gridloom.platform.privacy.PersonalRecords;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Sql;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What is kept of a person: which sessions they were in, their certificates, and what they teach. The first two by code
 * only; a trainer's name is in clear, as lists are searched by it.
 */
@Component
public final class TrainingRecords implements PersonalRecords, PersonalFields {

    /** In place of a name that was erased. */
    static final String ERASED = "已删除";

    private static final String PREFIX = "person/";
    private static final Text PLACE = Text.of("培训签到", "Attendance of training");
    private static final Text CERTIFICATE = Text.of("培训证书", "Certificates of training");
    private static final Text TEACHER = Text.of("师资登记", "Register of trainers");

    private static final PersonalField ATTENDANCE = field(
            "attendance.record",
            Text.of("培训签到与成绩", "Attendance and scores"),
            PersonalKind.OTHER,
            Text.of("核定培训覆盖,发放证书", "To see who was trained, and to certify it"));
    private static final PersonalField CERTIFIED = field(
            "certificate.number",
            Text.of("证书编号", "Number of a certificate"),
            PersonalKind.OTHER,
            Text.of("证明参加培训", "To prove that the person was trained"));
    private static final PersonalField NAME = field(
            "trainer.name",
            Text.of("授课人姓名", "Name of a trainer"),
            PersonalKind.NAME,
            Text.of("安排授课", "To plan who teaches"));
    private static final PersonalField PROFILE = field(
            "trainer.profile",
            Text.of("授课人单位、专长与备注", "Affiliation, expertise and remark of a trainer"),
            PersonalKind.OTHER,
            Text.of("安排授课", "To plan who teaches"));

    private final Desk desk;

    @Activate
    public TrainingRecords(@Reference Desk desk) {
        this.desk = desk;
    }

    private static PersonalField field(String code, Text name, PersonalKind kind, Text purpose) {
        return PersonalField.inClear("training." + code, name, kind, purpose, LegalBasis.CONTRACT, Period.ofYears(1));
    }

    @Override
    public List<PersonalField> fields() {
        return List.of(ATTENDANCE, CERTIFIED, NAME, PROFILE);
    }

    @Override
    public List<HeldDatum> held(String subject) {
        if (!subject.startsWith(PREFIX)) {
            return List.of();
        }
        String person = subject.substring(PREFIX.length());
        return desk.transactions().read(tx -> {
            Sql sql = Sql.of(tx);
            List<HeldDatum> held = new ArrayList<>(sql.list(
                    row -> datum(
                            PLACE,
                            Text.of("期次、成绩、签到时间与备注", "Session, score, time and remark"),
                            ATTENDANCE,
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4)),
                    "select s.number, coalesce(cast(a.score as varchar(10)), a.state), a.signed_at, a.note"
                            + " from training_attendance a join training_session s on s.id = a.session_id"
                            + " where a.person = ? order by a.id",
                    person));
            held.addAll(sql.list(
                    row -> datum(
                            CERTIFICATE,
                            Text.of("编号与起止日期", "Number, first and last day"),
                            CERTIFIED,
                            row.getString(1),
                            row.getString(2),
                            row.getString(3)),
                    "select number, issued_on, valid_to from training_certificate where person = ? order by id",
                    person));
            sql.list(
                    row -> held.addAll(List.of(
                            datum(TEACHER, NAME.name(), NAME, row.getString(1)),
                            datum(
                                    TEACHER,
                                    PROFILE.name(),
                                    PROFILE,
                                    row.getString(2),
                                    row.getString(3),
                                    row.getString(4)))),
                    "select name, affiliation, expertise, note from training_trainer where person = ? order by code",
                    person);
            return held;
        });
    }

    private static HeldDatum datum(Text record, Text name, PersonalField field, String... values) {
        String value = Stream.of(values).filter(Objects::nonNull).collect(Collectors.joining("; "));
        return new HeldDatum(record, name, field.code(), value);
    }

    /** Records stay, by a code that then is nobody's; what was noted of the person, and a trainer's name, go. */
    @Override
    public void erase(String subject) {
        if (!subject.startsWith(PREFIX)) {
            return;
        }
        String person = subject.substring(PREFIX.length());
        desk.transactions().run(tx -> {
            Sql sql = Sql.of(tx);
            sql.update("update training_attendance set note = null, signed_at = null where person = ?", person);
            sql.update(
                    "update training_trainer set name = ?, affiliation = null, expertise = null, note = null,"
                            + " version = version + 1 where person = ?",
                    ERASED,
                    person);
        });
    }

    /** None: a person's matter ends with their last post, which the organisation knows. */
    @Override
    public List<EndedMatter> ended(String field, LocalDate before, UnitScope scope, int limit) {
        return List.of();
    }
}
