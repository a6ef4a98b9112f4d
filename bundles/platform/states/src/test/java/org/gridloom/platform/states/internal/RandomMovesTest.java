package org.gridloom.platform.states.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseAction;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.Evidence;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.state.MoveKind;
import org.gridloom.platform.state.StateMachine;
import org.gridloom.platform.state.Transition;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Moves at random, sensible or not, through the service and the database. */
class RandomMovesTest {

    private static final int CASES = 25;
    private static final int TRIES = 30;

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.platform.states");

    @Test
    void whateverIsTriedACaseStaysOnDeclaredWaysAndItsHistoryLeadsToItsState() {
        Office office = new Office(database);
        StateMachine machine = office.errands.machine();
        for (int seed = 0; seed < CASES; seed++) {
            office.at("2026-03-02T09:00");
            Random random = new Random(seed);
            Case current = office.open("r" + seed, "snow");
            if (random.nextBoolean()) {
                office.errands.noticed.add(current.subject());
            }
            for (int round = 0; round < TRIES; round++) {
                database.clock().advance(Duration.ofMinutes(random.nextInt(900)));
                database.access().signIn("a" + random.nextInt(2));
                current = tried(office, current, machine, random);
            }
            assertOnDeclaredWays(machine, current, office.cases.timeline(office.errands.machine(), current.subject()));
        }
    }

    /** What was allowed is done, and nothing else is. */
    private Case tried(Office office, Case current, StateMachine machine, Random random) {
        Transition step =
                machine.transitions().get(random.nextInt(machine.transitions().size()));
        Case seen = office.cases.get(office.errands.machine(), current.subject());
        boolean allowed = seen.actions().stream()
                .anyMatch(action -> action.action().equals(step.action()) && action.blocked() == null);
        int events = database.events().size();
        try {
            Case after = office.cases.move(
                    office.errands.machine(), current.subject(), step.action(), draft(step, seen), seen.version());
            assertThat(allowed).as("%s in %s", step.action(), seen.state()).isTrue();
            assertThat(after.state()).isEqualTo(target(seen, step));
            assertThat(after.version()).isEqualTo(seen.version() + 1);
            assertThat(database.events()).hasSize(events + 1);
            return after;
        } catch (Problem problem) {
            assertThat(problem.kind()).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(allowed).as("%s in %s", step.action(), seen.state()).isFalse();
            assertThat(office.cases.get(office.errands.machine(), current.subject()))
                    .isEqualTo(seen);
            assertThat(database.events()).hasSize(events);
            return seen;
        }
    }

    private static String target(Case seen, Transition step) {
        return seen.actions().stream()
                .filter(action -> action.action().equals(step.action()))
                .map(CaseAction::to)
                .findFirst()
                .orElseThrow();
    }

    private MoveDraft draft(Transition step, Case seen) {
        Map<String, String> evidence = new HashMap<>();
        for (Evidence each : step.evidence()) {
            if (each.required()) {
                evidence.put(
                        each.name(),
                        switch (each.type()) {
                            case DATE -> laterThan(seen).toString();
                            case PAST_DATE -> "2026-03-01";
                            default -> "是";
                        });
            }
        }
        return new MoveDraft("因故", evidence);
    }

    private LocalDate laterThan(Case seen) {
        LocalDate today = LocalDate.now(database.clock());
        LocalDate due = seen.dueAt() == null
                ? today
                : LocalDate.ofInstant(seen.dueAt(), database.clock().getZone());
        return (due.isAfter(today) ? due : today).plusDays(1);
    }

    private static void assertOnDeclaredWays(StateMachine machine, Case current, List<CaseMove> history) {
        String state = null;
        for (CaseMove move : history) {
            assertThat(move.from()).isEqualTo(state);
            if (state != null) {
                Transition step = machine.transition(move.action()).orElseThrow();
                assertThat(step.from()).contains(state);
                assertThat(step.to() == null || step.to().equals(move.to())).isTrue();
                assertThat(step.kind() != MoveKind.DEFER || move.to().equals(state))
                        .isTrue();
            }
            state = move.to();
        }
        assertThat(state).isEqualTo(current.state());
        assertThat(current.closed())
                .isEqualTo(machine.state(state).orElseThrow().isFinal());
    }
}
