package org.gridloom.platform.states.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.rule.DocumentRegister;
import org.gridloom.platform.state.Case;
import org.gridloom.platform.state.CaseAction;
import org.gridloom.platform.state.CaseFilter;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.state.Opening;
import org.gridloom.platform.state.RefusedMove;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CasesTest {

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.platform.states");

    private Office office;

    @BeforeEach
    void open() {
        office = new Office(database);
        office.at("2026-03-02T09:00");
    }

    @Test
    void aCaseGoesItsWayAndItsHistoryTellsWhoWhenWhyAndWhatWasShown() {
        Case checked = office.checked("1");
        office.errands.noticed.add("1");

        Case closed = office.move(checked, "close");

        assertThat(closed.state()).isEqualTo("closed");
        assertThat(closed.closed()).isTrue();
        assertThat(closed.lamp()).isNull();
        List<CaseMove> timeline = office.cases.timeline(office.errands.machine(), "1");
        assertThat(timeline).extracting(CaseMove::action).containsExactly("open", "accept", "begin", "report", "close");
        assertThat(timeline).extracting(CaseMove::number).containsExactly(1, 2, 3, 4, 5);
        CaseMove report = timeline.get(3);
        assertThat(report.account()).isEqualTo("worker");
        assertThat(report.reason()).isEqualTo("说明");
        assertThat(report.at()).isEqualTo(Office.time("2026-03-02T09:00"));
        assertThat(report.evidence())
                .extracting(shown -> shown.label().en() + "=" + shown.value())
                .containsExactly("Done on=2026-03-02", "Result=已清扫");
    }

    @Test
    void stateAuditEntryAndEventAreOneAndNameNobody() {
        office.checked("1");

        assertThat(database.events()).hasSize(4).allSatisfy(event -> {
            assertThat(event.name()).isEqualTo("demo.errand.moved");
            assertThat(event.aggregate()).isEqualTo("errand/1");
            assertThat(event.unit()).isEqualTo(Office.UNIT);
        });
        RecordedEvent report = database.events().get(3);
        assertThat(report.payload())
                .containsEntry("from", "handling")
                .containsEntry("to", "checked")
                .containsEntry("kind", "FORWARD")
                .hasEntrySatisfying(
                        "evidence", digest -> assertThat((String) digest).matches("[0-9a-f]{64}"));
        assertThat(report.payload().toString()).doesNotContain("已清扫", "说明");
        RecordedAudit entry = database.audit().get(3);
        assertThat(entry.action()).isEqualTo("demo.errand.moved");
        assertThat(entry.account()).isEqualTo("worker");
        assertThat(database.audit()).hasSize(4);
    }

    @Test
    void aMoveThatItsCapabilityFailsAfterNeverWas() {
        Case opened = office.open("1", "snow");

        assertThatThrownBy(() -> database.transactions().run(tx -> {
                    office.move(opened, "accept");
                    throw new IllegalStateException("the capability's own rule");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(office.cases.get(office.errands.machine(), "1")).isEqualTo(opened);
        assertThat(database.events()).hasSize(1);
        assertThat(database.audit()).hasSize(1);
    }

    @Test
    void aRefusedMoveSaysTheStateAndWhatIsAllowed() {
        Case opened = office.open("1", "snow");

        RefusedMove refused = catchThrowableOfType(RefusedMove.class, () -> office.move(opened, "begin"));

        assertThat(refused.kind()).isEqualTo(Problem.Kind.CONFLICT);
        assertThat(refused.details())
                .containsEntry("state", "reported")
                .containsEntry("version", 1L)
                .containsEntry("allowed", List.of("accept", "decline", "defer"));
        assertThat(refused.text().zh()).contains("处置", "已上报", "受理、不予受理、缓办");
        assertThat(refused.text().en()).contains("Begin", "Reported", "Accept, Decline, Defer");
        assertRefused(Problem.Kind.NOT_FOUND, () -> office.move(opened, "fly"));
        assertRefused(
                Problem.Kind.NOT_FOUND,
                () -> office.cases.move(office.errands.machine(), "9", "accept", MoveDraft.plain(), 1));
        assertRefused(
                Problem.Kind.NOT_FOUND,
                () -> office.cases.list(new CaseFilter("demo.none", null, null, false), PageQuery.first()));
        assertThat(database.events()).hasSize(1);
    }

    @Test
    void whoSawAnEarlierStateIsToldTheNewOne() {
        Case opened = office.open("1", "snow");
        Case accepted = office.move(opened, "accept");

        RefusedMove refused = catchThrowableOfType(RefusedMove.class, () -> office.move(opened, "decline"));

        assertThat(refused.details()).containsEntry("state", "accepted").containsEntry("version", accepted.version());
        assertThat(refused.text().en()).startsWith("Somebody else was faster");
    }

    @Test
    void whatACallerMayDoDependsOnPermissionUnitAndEyes() {
        Case checked = office.checked("1");
        assertThat(checked.actions()).extracting(CaseAction::action).containsExactly("undo", "redo", "close");
        assertThat(checked.actions().get(2).blocked().en()).isEqualTo("This must be so first: the notice is up");
        assertThat(checked.actions().get(1).link()).isEqualTo("demo/errands/1/actions/redo");
        assertThat(checked.actions().get(0).to()).isEqualTo("handling");
        assertRefused(Problem.Kind.CONFLICT, () -> office.move(checked, "close"));

        office.errands.noticed.add("1");
        database.access().signIn("worker");
        CaseAction close =
                office.cases.get(office.errands.machine(), "1").actions().get(2);
        assertThat(close.blocked().en()).contains("Report", "somebody else");
        RefusedMove eyes = catchThrowableOfType(RefusedMove.class, () -> office.move(checked, "close"));
        assertThat(eyes.details()).containsEntry("allowed", List.of("undo", "redo"));

        UnitScope elsewhere = UnitScope.of(List.of(CodeRange.subtree("210102002")));
        database.access().signIn("foreigner", Map.of(Errands.HEAD, elsewhere));
        assertThat(office.cases.get(office.errands.machine(), "1").actions()).isEmpty();
        assertRefused(Problem.Kind.FORBIDDEN, () -> office.move(checked, "close"));
    }

    @Test
    void anotherReportByAnotherPersonOpensTheEyesAgain() {
        Case checked = office.checked("1");
        office.errands.noticed.add("1");
        Case again = office.move(checked, "redo");
        Case reported = office.move(again, "report", Office.RESULT);
        assertRefused(Problem.Kind.CONFLICT, () -> office.move(reported, "close"));

        database.access().signIn("worker");

        assertThat(office.move(reported, "close").state()).isEqualTo("closed");
    }

    @Test
    void aProcessIsNoPersonToTheFourEyes() {
        office.errands.noticed.add("1");
        Case closed = database.access().asSystem("pack", () -> {
            Case current = office.move(office.move(office.open("1", "snow"), "accept"), "begin");
            return office.move(office.move(current, "report", Office.RESULT), "close");
        });
        assertThat(closed.closed()).isTrue();
    }

    @Test
    void everyFaultOfTheEvidenceIsNamedByItsField() {
        Case current = office.move(office.move(office.open("1", "snow"), "accept"), "begin");
        office.register.use(number -> Optional.<DocumentRegister.Entry>empty());
        assertFields(
                () -> office.move(
                        current,
                        "report",
                        Map.of(
                                "result", "长".repeat(201),
                                "on", "2026-03-03",
                                "people", "0",
                                "document", "和委发〔2026〕9号",
                                "photos", "a b/c",
                                "weather", "rain",
                                "spell", "x")),
                "evidence.result",
                "evidence.on",
                "evidence.people",
                "evidence.document",
                "evidence.photos",
                "evidence.weather",
                "evidence.spell");
        assertFields(() -> office.move(current, "report"), "evidence.result", "evidence.on");
        assertFields(
                () -> office.move(current, "report", Map.of("result", "x", "on", "yesterday", "people", "many")),
                "evidence.on",
                "evidence.people");
        assertFields(
                () -> office.cases.move(
                        office.errands.machine(), "1", "give-back", new MoveDraft(" ", null), current.version()),
                "reason");
        assertThat(office.cases.get(office.errands.machine(), "1")).isEqualTo(current);

        Case reported = office.move(
                current,
                "report",
                Map.of("result", " 好 ", "on", "2026-03-01", "people", "12.5", "photos", "a1,b2 a1", "weather", "snow"));
        assertThat(reported.state()).isEqualTo("checked");
        assertThat(office.cases.timeline(office.errands.machine(), "1").get(3).evidence())
                .extracting(CaseMove.Shown::value)
                .contains("好", "a1,b2");
    }

    @Test
    void theClockOfAStateRunsFromEnteringItByTheRuleThatTheCaseWasOpenedUnder() {
        Case opened = office.open("1", "gas");
        assertThat(opened.dueAt()).isEqualTo(Office.time("2026-03-07T00:00"));
        office.at("2026-03-02T16:00");

        Case accepted = office.move(opened, "accept");

        assertThat(accepted.dueAt()).isEqualTo(Office.time("2026-03-03T09:30"));
        assertThat(accepted.lamp()).isEqualTo("green");
        office.at("2026-03-03T08:30");
        assertThat(office.cases.get(office.errands.machine(), "1").lamp()).isEqualTo("yellow");
        office.at("2026-03-03T09:31");
        assertThat(office.cases.get(office.errands.machine(), "1").lamp()).isEqualTo("red");
        Case handling = office.move(accepted, "begin");
        assertThat(handling.dueAt()).isEqualTo(Office.time("2026-03-06T00:00"));
        Case reported = office.move(handling, "report", Office.RESULT);
        assertThat(reported.dueAt()).isNull();
        Case talk = office.move(office.move(office.open("2", "talk"), "accept"), "begin");
        assertThat(talk.dueAt()).isNull();
    }

    @Test
    void aSuspensionStopsTheClock() {
        Case accepted = office.move(office.open("1", "snow"), "accept");
        assertThat(accepted.dueAt()).isEqualTo(Office.time("2026-03-02T14:30"));
        office.at("2026-03-02T11:00");

        Case waiting = office.move(accepted, "wait");
        assertThat(waiting.dueAt()).isNull();
        assertThat(waiting.actions()).extracting(CaseAction::to).containsExactly("accepted");
        office.at("2026-03-05T16:00");
        Case going = office.move(waiting, "go-on");

        assertThat(going.state()).isEqualTo("accepted");
        assertThat(going.dueAt()).isEqualTo(Office.time("2026-03-06T09:30"));
        assertThat(going.dueOn()).isEqualTo(LocalDate.of(2026, 3, 9));
        Case handling = office.move(going, "begin");
        assertThat(handling.dueAt()).isEqualTo(Office.time("2026-03-10T17:00"));
        Case back = office.move(handling, "undo");
        assertThat(back.state()).isEqualTo("accepted");
        assertThat(back.dueAt()).isEqualTo(going.dueAt());
    }

    @Test
    void aStepBackBelowASuspensionCountsThePauseToo() {
        Case accepted = office.move(office.open("1", "snow"), "accept");
        Case handling = office.move(accepted, "begin");
        Case waiting = office.move(handling, "wait");
        office.at("2026-03-04T09:00");
        Case going = office.move(waiting, "go-on");
        assertThat(going.state()).isEqualTo("handling");
        assertThat(going.dueAt()).isEqualTo(Office.time("2026-03-09T17:00"));

        Case back = office.move(going, "undo");

        assertThat(back.state()).isEqualTo("accepted");
        assertThat(back.dueAt()).isEqualTo(Office.time("2026-03-04T14:30"));
        assertThat(office.move(back, "undo").state()).isEqualTo("reported");
    }

    @Test
    void aDeferralGivesMoreTimeAndStaysInTheState() {
        Case opened = office.open("1", "snow");
        Case deferred = office.move(opened, "defer", Map.of("until", "2026-03-20"));
        assertThat(deferred.state()).isEqualTo("reported");
        assertThat(deferred.dueOn()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertFields(() -> office.move(deferred, "defer", Map.of("until", "2026-03-19")), "evidence.until");

        Case handling = office.move(office.move(deferred, "accept"), "begin");
        Case later = office.move(handling, "defer", Map.of("until", "2026-03-10"));
        assertThat(later.dueAt()).isEqualTo(Office.time("2026-03-11T00:00"));
        assertThat(later.dueOn()).isEqualTo(LocalDate.of(2026, 3, 20));
        assertThat(later.since()).isEqualTo(handling.since());
        assertThat(office.move(office.move(later, "wait"), "go-on").dueAt()).isEqualTo(later.dueAt());
    }

    @Test
    void nothingStepsBackIntoWhatIsOver() {
        office.errands.noticed.add("1");
        Case reopened = office.move(office.move(office.checked("1"), "close"), "reopen");
        assertThat(reopened.closed()).isFalse();
        assertThat(reopened.actions()).extracting(CaseAction::action).doesNotContain("undo");
        assertRefused(Problem.Kind.CONFLICT, () -> office.move(reopened, "undo"));
    }

    @Test
    void aRecordsOwnDateCanBeSetAnew() {
        office.open("1", "snow");
        Case moved = office.cases.reschedule(office.errands.machine(), "1", LocalDate.of(2026, 3, 3));
        assertThat(moved.dueAt()).isEqualTo(Office.time("2026-03-04T00:00"));
        assertThat(moved.version()).isEqualTo(2);
        Case without = office.cases.reschedule(office.errands.machine(), "1", null);
        assertThat(without.dueAt()).isNull();
        assertThat(without.lamp()).isNull();
    }

    @Test
    void aRecordThatWasThereBeforeBeginsWhereItStands() {
        Case handling = office.cases.open(
                office.errands.machine(),
                "1",
                Opening.in(Office.UNIT).ruled(Map.of("kind", "snow")).standing("handling"));
        assertThat(handling.state()).isEqualTo("handling");
        assertThat(handling.actions()).extracting(CaseAction::action).doesNotContain("undo");
        Case closed = office.cases.open(
                office.errands.machine(), "2", Opening.in(Office.UNIT).standing("closed"));
        assertThat(closed.closed()).isTrue();
        assertRefused(Problem.Kind.CONFLICT, () -> office.open("2", "snow"));
    }

    @Test
    void casesAreListedWhereTheCallerMaySeeThemWhatIsDueFirstFirst() {
        Case late = office.move(office.open("1", "gas"), "accept");
        office.move(office.open("2", "snow"), "accept");
        office.cases.open(office.errands.machine(), "3", Opening.in("210102002").due(LocalDate.of(2026, 3, 3)));
        office.cases.open(office.errands.machine(), "4", Opening.in(Office.UNIT).standing("declined"));
        office.cases.open(office.errands.machine(), "5", Opening.in(Office.UNIT));
        office.at("2026-03-02T14:00");

        assertThat(subjects(new CaseFilter(Errands.CODE, null, null, false))).containsExactly("1", "2", "3", "5");
        assertThat(subjects(new CaseFilter(Errands.CODE, null, null, true))).containsExactly("1");
        assertThat(subjects(new CaseFilter(Errands.CODE, "declined", null, false)))
                .containsExactly("4");
        assertThat(subjects(new CaseFilter(Errands.CODE, null, "210102002", false)))
                .containsExactly("3");
        assertThat(late.dueAt()).isEqualTo(Office.time("2026-03-02T11:00"));
        assertRefused(
                Problem.Kind.INVALID,
                () -> office.cases.list(new CaseFilter(Errands.CODE, "gone", null, false), PageQuery.first()));

        UnitScope street = UnitScope.of(List.of(CodeRange.subtree("210102002")));
        database.access().signIn("street", Map.of(Errands.READ, street));
        assertThat(subjects(new CaseFilter(Errands.CODE, null, null, false))).containsExactly("3");
        assertRefused(
                Problem.Kind.FORBIDDEN,
                () -> office.cases.list(new CaseFilter(Errands.CODE, null, Office.UNIT, false), PageQuery.first()));
    }

    @Test
    void manyRecordsAreAskedForAtOnce() {
        IntStream.range(0, 5).forEach(number -> office.open(Integer.toString(number), "snow"));
        assertThat(office.cases.all(office.errands.machine(), List.of("1", "3", "9")))
                .containsOnlyKeys("1", "3");
        assertThat(office.cases.all(office.errands.machine(), List.of())).isEmpty();
    }

    private List<String> subjects(CaseFilter filter) {
        Page<Case> page = office.cases.list(filter, PageQuery.first());
        assertThat(page.total()).isEqualTo(page.items().size());
        return page.items().stream().map(Case::subject).toList();
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable call) {
        assertThat(catchThrowableOfType(Problem.class, call).kind()).isEqualTo(kind);
    }

    private static void assertFields(ThrowingCallable call, String... fields) {
        assertThat(catchThrowableOfType(Problem.class, call).violations())
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(fields);
    }
}
