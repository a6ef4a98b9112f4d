package org.gridloom.platform.states.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.calendar.Lamp;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rule.Rules;
import org.gridloom.platform.state.Deadline;
import org.gridloom.platform.state.State;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.states.internal.domain.Track;
import org.gridloom.platform.states.internal.store.CaseRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deadlines and lamps of cases. */
@Component(service = Clocks.class)
public final class Clocks {

    private final Rules rules;
    private final WorkCalendar calendar;
    private final Clock clock;

    @Activate
    public Clocks(@Reference Rules rules, @Reference WorkCalendar calendar, @Reference Clock clock) {
        this.rules = rules;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** To the microsecond, as databases keep it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDate day(Instant instant) {
        return instant.atZone(clock.getZone()).toLocalDate();
    }

    /** The rule version under which a case is opened now; null for a machine without rules. */
    Long version(StateMachine machine) {
        return machine.ruleSet() == null
                ? null
                : rules.at(machine.ruleSet(), today()).id();
    }

    /** Deadline of a state that is entered at an instant; null for none. */
    Instant due(State state, CaseRow row, Instant entered) {
        if (isByDate(state)) {
            return endOf(row.dueOn());
        }
        return duration(state, row).map(time -> calendar.add(entered, time)).orElse(null);
    }

    /** Deadline of a state that is come back to. */
    Instant due(State state, CaseRow row, Track.Former former) {
        if (isByDate(state)) {
            return endOf(row.dueOn());
        }
        Instant due = former.dueAt();
        Optional<WorkDuration.Unit> unit = duration(state, row).map(WorkDuration::unit);
        if (due == null || unit.isEmpty()) {
            return due;
        }
        for (Track.Pause pause : former.pauses()) {
            due = calendar.afterPause(due, pause.from(), pause.to(), unit.get());
        }
        return due;
    }

    /** The case's own date after what was a pause for it too; null for none. */
    LocalDate dueOn(LocalDate on, List<Track.Pause> pauses) {
        LocalDate due = on;
        for (Track.Pause pause : pauses) {
            LocalDate from = day(pause.from());
            if (due != null && !due.isBefore(from)) {
                due = due.plusDays(ChronoUnit.DAYS.between(from, day(pause.to())));
            }
        }
        return due;
    }

    /** Deadline of a state whose case was deferred. */
    Instant deferred(LocalDate until) {
        return endOf(until);
    }

    static boolean isByDate(State state) {
        return state.deadline() != null && state.deadline().from() == Deadline.From.DATE;
    }

    /** Null without deadline. */
    String lamp(StateMachine machine, State state, CaseRow row) {
        if (row.dueAt() == null) {
            return null;
        }
        WorkDuration near = near(machine, row);
        Lamp lamp = isByDate(state)
                ? Lamp.of(calendar, row.dueOn(), today(), near)
                : Lamp.of(calendar, row.dueAt(), now(), near);
        return lamp.name().toLowerCase(Locale.ROOT);
    }

    private WorkDuration near(StateMachine machine, CaseRow row) {
        WorkDuration near = machine.nearColumn() == null
                ? null
                : rule(row).map(rule -> rule.duration(machine.nearColumn())).orElse(null);
        return near == null ? new WorkDuration(0, WorkDuration.Unit.NATURAL_DAYS) : near;
    }

    private Optional<WorkDuration> duration(State state, CaseRow row) {
        return state.deadline() == null || isByDate(state)
                ? Optional.empty()
                : rule(row).map(rule -> rule.duration(state.deadline().column()));
    }

    private Optional<RuleRow> rule(CaseRow row) {
        if (row.rulesVersion() == null) {
            return Optional.empty();
        }
        RuleVersion version = rules.version(row.rulesVersion());
        Map<String, String> key = row.ruleKey();
        return version.rows().stream()
                .filter(rule ->
                        key.entrySet().stream().allMatch(part -> part.getValue().equals(rule.text(part.getKey()))))
                .findFirst();
    }

    private Instant endOf(LocalDate day) {
        return day == null
                ? null
                : day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }
}
