package org.gridloom.training.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.training.Attendance;
import org.gridloom.training.AttendanceDraft;
import org.gridloom.training.AttendanceFilter;
import org.gridloom.training.Enrolment;
import org.gridloom.training.Session;
import org.junit.jupiter.api.Test;

/** A session is never oversold, and nobody is in it twice, whoever comes at the same time. */
class CapacityTest {

    private static final int PLACES = 5;
    private static final int PEOPLE = 12;

    @Test
    void thoseWhoComeAtTheSameTimeShareThePlaces() throws InterruptedException, ExecutionException {
        try (TestDatabase database = TestDatabase.of("org.gridloom.training", "org.gridloom.platform.states")) {
            TrainingDesk desk = desk(database);
            Session session = desk.open("1", PLACES);
            List<Callable<Boolean>> all = IntStream.range(0, PEOPLE * 2)
                    .<Callable<Boolean>>mapToObj(i -> () -> enrolled(desk, session, "R" + i % PEOPLE))
                    .toList();

            assertThat(atOnce(all)).isEqualTo(PLACES);
            assertThat(places(desk, session)).hasSize(PLACES).doesNotHaveDuplicates();
        }
    }

    @Test
    void attendanceThatTwoPeopleRecordAtTheSameTimeCountsOnce() throws InterruptedException, ExecutionException {
        try (TestDatabase database = TestDatabase.of("org.gridloom.training", "org.gridloom.platform.states")) {
            TrainingDesk desk = desk(database);
            Session session = desk.held("1");
            List<Callable<Boolean>> all = IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> desk.attendances.record(session.id(), AttendanceDraft.of("R1")) != null)
                    .toList();

            assertThat(atOnce(all)).isEqualTo(8);
            assertThat(places(desk, session)).containsExactly("R1");
        }
    }

    @Property(tries = 10)
    void enrollingAndWithdrawingInAnyOrderNeverOversells(
            @ForAll @IntRange(min = 1, max = 4) int capacity,
            @ForAll @Size(max = 20) List<@IntRange(min = -6, max = 5) Integer> steps) {
        try (TestDatabase database = TestDatabase.onH2(2, "org.gridloom.training", "org.gridloom.platform.states")) {
            TrainingDesk desk = desk(database);
            Session session = desk.open("1", capacity);
            List<String> model = new ArrayList<>();
            for (int step : steps) {
                String person = "R" + (step < 0 ? -step - 1 : step);
                if (step >= 0) {
                    boolean fits = model.size() < capacity && !model.contains(person);
                    assertThat(enrolled(desk, session, person)).isEqualTo(fits);
                    if (fits) {
                        model.add(person);
                    }
                } else if (model.remove(person)) {
                    Attendance place = desk.attendances
                            .list(of(session, person), PageQuery.first())
                            .items()
                            .get(0);
                    desk.attendances.withdraw(place.id(), null, place.version());
                }
                assertThat(places(desk, session)).containsExactlyInAnyOrderElementsOf(model);
            }
        }
    }

    private static TrainingDesk desk(TestDatabase database) {
        TrainingDesk desk = new TrainingDesk(database);
        IntStream.range(0, PEOPLE).forEach(i -> desk.worker("R" + i, TrainingDesk.COMMUNITY));
        return desk;
    }

    private static boolean enrolled(TrainingDesk desk, Session session, String person) {
        try {
            desk.attendances.enrol(new Enrolment(session.id(), person, null));
            return true;
        } catch (Problem refused) {
            assertThat(refused.kind()).isEqualTo(Problem.Kind.CONFLICT);
            return false;
        }
    }

    private static long atOnce(List<Callable<Boolean>> all) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            long done = 0;
            for (Future<Boolean> one : threads.invokeAll(all)) {
                done += one.get() ? 1 : 0;
            }
            return done;
        } finally {
            threads.shutdown();
        }
    }

    private static List<String> places(TrainingDesk desk, Session session) {
        return desk.attendances.list(of(session, null), PageQuery.first()).items().stream()
                .map(Attendance::person)
                .toList();
    }

    private static AttendanceFilter of(Session session, String person) {
        return new AttendanceFilter(null, session.id(), person, null, null, null, null);
    }
}
