package org.gridloom.platform.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.felix.hc.api.Result;
import org.gridloom.platform.calendar.Lamp;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.calendar.WorkDuration.Unit;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CalendarsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 9, 28);
    private static final WorkDuration THREE = new WorkDuration(3, Unit.WORK_DAYS);

    @RegisterExtension
    final TestDatabase db = TestDatabase.of("org.gridloom.platform.rules");

    private Office office;

    @BeforeEach
    void open() {
        db.clock().set(TODAY);
        office = new Office(db);
    }

    @Test
    void theAnnouncedYearsAreShipped() {
        assertThat(List.of(2024, 2025, 2026)).allMatch(office.calendar::isAnnounced);
        assertThat(workDays(2024)).isEqualTo(251);
        assertThat(workDays(2025)).isEqualTo(248);
        assertThat(office.calendar.isWorkDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(office.calendar.isWorkDay(LocalDate.of(2026, 10, 7))).isFalse();
        assertThat(office.calendar.isWorkDay(LocalDate.of(2026, 9, 20))).isTrue();
        assertThat(office.calendars.year(2026).basis()).isEqualTo("国办发明电〔2025〕7号");
        assertThat(office.calendars.year(2027).isAnnounced()).isFalse();
    }

    @Test
    void lampsFollowTheCalendar() {
        LocalDate afterTheHoliday = LocalDate.of(2026, 10, 8);
        assertThat(Lamp.of(office.calendar, afterTheHoliday, TODAY, THREE)).isEqualTo(Lamp.YELLOW);
        assertThat(Lamp.of(office.calendar, afterTheHoliday.plusDays(1), TODAY, THREE))
                .isEqualTo(Lamp.GREEN);
        assertThat(Lamp.of(office.calendar, TODAY.minusDays(1), TODAY, THREE)).isEqualTo(Lamp.RED);
        assertThat(Lamp.of(office.calendar, TODAY, TODAY, new WorkDuration(0, Unit.WORK_DAYS)))
                .isEqualTo(Lamp.YELLOW);
        Instant now = db.clock().instant();
        Instant due = office.calendar.add(now, THREE);
        assertThat(Lamp.of(office.calendar, due, now, THREE)).isEqualTo(Lamp.YELLOW);
        assertThat(Lamp.of(office.calendar, due, due.plusNanos(1), THREE)).isEqualTo(Lamp.RED);
        assertThat(Lamp.of(office.calendar, due, now, new WorkDuration(1, Unit.WORK_DAYS)))
                .isEqualTo(Lamp.GREEN);
    }

    @Test
    void aYearIsImportedWholeAndCountsAtOnce() throws IOException {
        CalendarYear set = load(2027, "日期,安排,名称\r\n2027/1/1,休,元旦\r\n2027.1.2,班,元旦\r\n", 0L);

        assertThat(set.days()).hasSize(2);
        assertThat(office.calendar.isWorkDay(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(office.calendar.isWorkDay(LocalDate.of(2027, 1, 2))).isTrue();
        assertThat(db.events()).extracting(RecordedEvent::name).containsExactly("calendar.year.set");
        office.calendars.setDay(LocalDate.of(2027, 1, 2), null, null, "国办发明电〔2026〕1号");
        assertThat(office.calendar.isWorkDay(LocalDate.of(2027, 1, 2))).isFalse();
        assertThatThrownBy(() -> load(2027, "日期,安排\n2027-01-01,休\n", 1L))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.CHANGED));
    }

    @Test
    void faultsAreNamedByRowAndNothingIsWritten() {
        assertThatThrownBy(() -> load(2027, "日期,安排\n2026-01-01,休\n2027-01-02,放\n", 0L))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(fault -> fault.row() + fault.field())
                                .containsExactly("2日期", "3安排"));
        assertThat(office.calendar.isAnnounced(2027)).isFalse();
    }

    @Test
    void aMissingYearIsToldFromDecemberOn() {
        CalendarHealth health = new CalendarHealth(office.calendar, db.clock());
        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.OK);

        db.clock().set(LocalDate.of(2026, 12, 1));

        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.WARN);
    }

    @Test
    void aDeadlineSaysWhetherItsYearsAreKnown() {
        Deadline soon = office.calendars.deadline(null, 5, Unit.WORK_DAYS);
        assertThat(soon.local()).isEqualTo("2026-10-10T17:00");
        assertThat(soon.announced()).isTrue();
        assertThat(office.calendars.deadline(null, 100, Unit.WORK_DAYS).announced())
                .isFalse();
    }

    private CalendarYear load(int year, String csv, Long version) throws IOException {
        byte[] bytes = csv.getBytes(Charset.forName("GB18030"));
        return office.calendars.load(year, "国办发明电〔2026〕1号", new ByteArrayInputStream(bytes), version);
    }

    private long workDays(int year) {
        return LocalDate.of(year, 1, 1)
                .datesUntil(LocalDate.of(year + 1, 1, 1))
                .filter(office.calendar::isWorkDay)
                .count();
    }
}
