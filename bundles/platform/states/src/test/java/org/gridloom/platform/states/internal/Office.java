package org.gridloom.platform.states.internal;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Map;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.rules.internal.domain.WorkHours;
import org.gridloom.platform.rules.internal.domain.WorkTime;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.state.Opening;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestRules;

/** The bundle's services over a test database, with the errands' machine. */
final class Office {

    static final String UNIT = "210102001";
    static final Map<String, String> RESULT = Map.of("result", "已清扫", "on", "2026-03-02");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final Errands errands = new Errands();
    final Machines machines = new Machines();
    final Register register;
    final DefaultCases cases;
    private final TestDatabase database;

    Office(TestDatabase database) {
        this.database = database;
        machines.addModel(errands);
        Clocks clocks = new Clocks(new TestRules(errands), calendar(), database.clock());
        register = new Register(database.access());
        cases = new DefaultCases(
                database.transactions("org.gridloom.platform.states"),
                database.access(),
                database.checks(),
                machines,
                clocks,
                new CaseViews(database.access(), clocks),
                register);
    }

    Case open(String subject, String kind) {
        return cases.open(
                errands.machine(),
                subject,
                Opening.in(UNIT).due(LocalDate.of(2026, 3, 6)).ruled(Map.of("kind", kind)));
    }

    Case move(Case current, String action) {
        return move(current, action, Map.of());
    }

    Case move(Case current, String action, Map<String, String> evidence) {
        return cases.move(
                errands.machine(), current.subject(), action, new MoveDraft("说明", evidence), current.version());
    }

    /** Up to the state before it is closed, reported by somebody else. */
    Case checked(String subject) {
        Case current = move(move(open(subject, "snow"), "accept"), "begin");
        database.access().signIn("worker");
        current = move(current, "report", RESULT);
        database.access().signIn("head");
        return cases.get(errands.machine(), current.subject());
    }

    void at(String local) {
        database.clock().set(time(local));
    }

    static Instant time(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }

    /** Monday to Friday, half past eight to five with a break at noon. */
    private static WorkCalendar calendar() {
        WorkTime time = new WorkTime(
                day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0,
                WorkHours.parse(Collections.nCopies(7, "08:30-11:30,13:00-17:00")),
                ZONE);
        return new WorkCalendar() {
            @Override
            public boolean isWorkDay(LocalDate date) {
                return time.isWorkDay().test(date);
            }

            @Override
            public boolean isAnnounced(int year) {
                return true;
            }

            @Override
            public Instant add(Instant from, WorkDuration duration) {
                return time.add(from, duration);
            }

            @Override
            public long between(Instant from, Instant to, WorkDuration.Unit unit) {
                return time.between(from, to, unit);
            }

            @Override
            public Instant afterPause(Instant due, Instant from, Instant to, WorkDuration.Unit unit) {
                return time.afterPause(due, from, to, unit);
            }

            @Override
            public LocalDate reach(LocalDate day, WorkDuration duration) {
                return time.reach(day, duration);
            }
        };
    }
}
