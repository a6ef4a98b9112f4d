package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.organization.BodyGoal;
import org.gridloom.organization.BodyGoalDraft;
import org.gridloom.organization.BodyMember;
import org.gridloom.organization.BodyMemberDraft;
import org.gridloom.organization.BodyTask;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodyDraft;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.OutsideOrganization;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.PostEnding;
import org.gridloom.organization.UnitStructure;
import org.gridloom.organization.internal.coordination.TaskCases;
import org.gridloom.organization.internal.coordination.TaskStates;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.state.CaseMove;
import org.gridloom.platform.state.MoveDraft;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CoordinationTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 5, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;

    @BeforeEach
    void aBodyOfAStreet() {
        desk = new PartyDesk(database).withParty();
        database.clock().set(DAY);
        outside("WY", "property-company");
        outside("JW", "residents-committee");
        desk.bodies.create(new CoordinationBodyDraft(
                "XT", "街道协调机制", "governance-coordination", PartyDesk.STREET, PartyDesk.START, null));
    }

    private OutsideOrganization outside(String code, String type) {
        return desk.outside.create(new OutsideOrganizationDraft(
                code, code + "单位", type, PartyDesk.COMMUNITY, null, PartyDesk.START, null));
    }

    @Test
    void organisationsJoinAndLeave() {
        BodyMember member = desk.bodies.join("XT", new BodyMemberDraft("WY", PartyDesk.START, null));
        assertRefused(Problem.Kind.CONFLICT, () -> desk.bodies.join("XT", new BodyMemberDraft("WY", DAY, null)));
        assertRefused(Problem.Kind.INVALID, () -> desk.bodies.join("XT", new BodyMemberDraft("NO", DAY, null)));

        desk.bodies.leave(member.id(), new PostEnding(DAY, "退出"), member.version());

        assertThat(desk.bodies.members("XT", BEFORE))
                .extracting(BodyMember::name)
                .containsExactly("WY单位");
        assertThat(desk.bodies.members("XT", DAY)).isEmpty();
        assertRefused(Problem.Kind.CHANGED, () -> desk.bodies.leave(member.id(), new PostEnding(DAY, "退出"), 1));
    }

    @Test
    void aTaskIsDoneOnceWithEvidence() {
        desk.bodies.join("XT", new BodyMemberDraft("WY", PartyDesk.START, null));
        BodyGoal goal = desk.bodies.addGoal("XT", new BodyGoalDraft(2026, "解决共性难题"));
        BodyTask task = desk.bodies.addTask("XT", new BodyTaskDraft(goal.id(), "管网改造", DAY, "WY"));
        assertRefused(Problem.Kind.INVALID, () -> desk.bodies.addTask("XT", new BodyTaskDraft(null, "绿化", DAY, "JW")));
        BodyTask begun = move(move(task, "assign"), "begin");
        assertRefused(Problem.Kind.INVALID, () -> submit(begun, DAY.plusDays(1)));
        assertRefused(Problem.Kind.CONFLICT, () -> move(begun, "accept"));

        BodyTask submitted = submit(begun, DAY);
        assertThat(submitted.doneOn()).isNull();
        assertRefused(Problem.Kind.CONFLICT, () -> move(submitted, "accept"));
        database.access().signIn("second");
        BodyTask done = move(submitted, "accept");

        assertThat(done.doneOn()).isEqualTo(DAY);
        assertThat(done.evidence()).isEqualTo("验收单");
        assertThat(done.lamp()).isNull();
        assertThat(done.state()).isEqualTo("done");
        assertThat(desk.bodies.task(task.id())).isEqualTo(done);
        assertThat(desk.bodies.goal(goal.id())).isEqualTo(goal);
        assertRefused(Problem.Kind.NOT_FOUND, () -> desk.bodies.task(task.id() + 1));
        assertThat(desk.bodies.tasks("XT", "done", PageQuery.first()).items()).containsExactly(done);
        assertThat(desk.bodies.tasks("XT", "open", PageQuery.first()).total()).isZero();
        assertRefused(Problem.Kind.CONFLICT, () -> submit(done, DAY));
        assertRefused(
                Problem.Kind.CONFLICT,
                () -> desk.bodies.changeTask(task.id(), new BodyTaskDraft(null, "改", DAY, null), done.version()));
        assertThat(database.events())
                .extracting(RecordedEvent::name)
                .filteredOn(name -> name.contains("task"))
                .containsExactlyInAnyOrder(
                        "organization.task.moved",
                        "organization.coordination.task-set",
                        "organization.task.moved",
                        "organization.task.moved",
                        "organization.task.moved",
                        "organization.task.moved",
                        "organization.coordination.task-done");
        assertThat(desk.bodies.taskTimeline(task.id()))
                .extracting(CaseMove::to)
                .containsExactly("planned", "assigned", "in-progress", "submitted", "done");
        BodyTask again = desk.bodies.moveTask(
                task.id(), "reopen", MoveDraft.because("复查不合格"), done.progress().version());
        assertThat(again.doneOn()).isNull();
        assertThat(desk.bodies
                        .changeGoal(goal.id(), new BodyGoalDraft(2026, "解决难题 12 件"), goal.version())
                        .version())
                .isEqualTo(2);
        assertThat(desk.bodies.goals("XT", 2026)).extracting(BodyGoal::text).containsExactly("解决难题 12 件");
    }

    @Test
    void anOpenTaskShowsHowNearItsDateIs() {
        BodyTask task = desk.bodies.addTask("XT", new BodyTaskDraft(null, "管网改造", DAY.plusDays(3), null));
        assertThat(task.lamp()).isEqualTo("yellow");
        BodyTask later = desk.bodies.changeTask(task.id(), new BodyTaskDraft(null, "管网改造", DAY.plusDays(4), null), 1);
        assertThat(later.lamp()).isEqualTo("green");
        BodyTask late =
                desk.bodies.changeTask(task.id(), new BodyTaskDraft(null, "管网改造", BEFORE, null), later.version());
        assertThat(late.lamp()).isEqualTo("red");
        assertThat(desk.bodies.tasks("XT", null, PageQuery.first()).items()).containsExactly(late);
        BodyTask assigned = move(late, "assign");
        assertRefused(
                Problem.Kind.INVALID,
                () -> desk.bodies.changeTask(
                        task.id(), new BodyTaskDraft(null, "管网改造", DAY, null), assigned.version()));
        BodyTask deferred = desk.bodies.moveTask(
                task.id(),
                "defer",
                new MoveDraft("等待供暖结束", Map.of("until", DAY.plusDays(30).toString())),
                assigned.progress().version());
        assertThat(deferred.due()).isEqualTo(DAY.plusDays(30));
        assertThat(deferred.lamp()).isEqualTo("green");
    }

    @Test
    void aSuspendedTaskHasItsTimeWhenItGoesOn() {
        BodyTask task = desk.bodies.addTask("XT", new BodyTaskDraft(null, "管网改造", DAY.plusDays(6), null));
        BodyTask suspended = desk.bodies.moveTask(
                task.id(),
                "suspend",
                MoveDraft.because("资金未到位"),
                move(task, "assign").progress().version());
        assertThat(suspended.lamp()).isNull();
        database.clock().set(DAY.plusDays(10));

        BodyTask resumed = move(suspended, "resume");

        assertThat(resumed.state()).isEqualTo("assigned");
        assertThat(resumed.due()).isEqualTo(DAY.plusDays(16));
        assertThat(resumed.lamp()).isEqualTo("green");
    }

    @Test
    void tasksThatWereThereBeforeTheyWereCasesAreTakenUpOnce() {
        BodyTask open = desk.bodies.addTask("XT", new BodyTaskDraft(null, "管网改造", DAY, null));
        BodyTask over = desk.bodies.addTask("XT", new BodyTaskDraft(null, "绿化", DAY, null));
        database.transactions("org.gridloom.platform.states").run(tx -> {
            tx.em().createQuery("delete from MoveEntity m").executeUpdate();
            tx.em().createQuery("delete from CaseEntity c").executeUpdate();
        });
        database.transactions().run(tx -> {
            tx.em().createQuery("update BodyTaskEntity t set t.state = null").executeUpdate();
            tx.em()
                    .createQuery("update BodyTaskEntity t set t.doneOn = :day, t.evidence = '单' where t.id = :id")
                    .setParameter("day", DAY)
                    .setParameter("id", over.id())
                    .executeUpdate();
        });

        new TaskCases(desk.desk, PartyDesk.cases(database));
        new TaskCases(desk.desk, PartyDesk.cases(database));

        assertThat(desk.bodies.task(open.id()).state()).isEqualTo("in-progress");
        BodyTask done = desk.bodies.task(over.id());
        assertThat(done.state()).isEqualTo("done");
        assertThat(done.doneOn()).isEqualTo(DAY);
        assertThat(done.evidence()).isEqualTo("单");
        assertThat(desk.bodies.taskTimeline(over.id())).hasSize(1);
    }

    @Test
    void thePageOfTheDocumentationIsTheDeclaration() {
        assertThat(Path.of("../../../docs/states/organization.task.md")).hasContent(TaskStates.MACHINE.markdown());
    }

    private BodyTask move(BodyTask task, String action) {
        return desk.bodies.moveTask(
                task.id(), action, MoveDraft.plain(), task.progress().version());
    }

    private BodyTask submit(BodyTask task, LocalDate on) {
        return desk.bodies.moveTask(
                task.id(),
                "submit",
                new MoveDraft(null, Map.of("on", on.toString(), "evidence", "验收单")),
                task.progress().version());
    }

    @Test
    void aClosedBodyOrOrganisationEndsMembershipsAndPosts() {
        desk.bodies.join("XT", new BodyMemberDraft("WY", PartyDesk.START, null));
        desk.bodies.join("XT", new BodyMemberDraft("JW", PartyDesk.START, null));
        desk.person("R1", "王淑兰", PartyDesk.STREET);
        desk.appoint("R1", "convener", "XT", PartyDesk.START, null);

        desk.outside.close("WY", new OrganizationClosing(DAY, "注销"), 1);
        assertThat(desk.bodies.members("XT", DAY))
                .extracting(BodyMember::organization)
                .containsExactly("JW");
        desk.bodies.close("XT", new OrganizationClosing(DAY, "撤销"), 1);
        assertThat(database.events().stream()
                        .map(RecordedEvent::name)
                        .filter(name -> name.equals("organization.coordination.member-left")
                                || name.equals("organization.post.ended")))
                .hasSize(3);
        assertThat(desk.bodies.list(null, DAY, PageQuery.first()).total()).isZero();
    }

    @Test
    void theStructureOfAUnitShowsPartyResidentsAndSelfGovernment() {
        UnitStructure community = desk.outside.structure(PartyDesk.COMMUNITY, DAY);
        UnitStructure street = desk.outside.structure(PartyDesk.STREET, DAY);

        assertThat(community.party()).extracting(each -> each.code()).containsExactly("SQ");
        assertThat(street.party()).extracting(each -> each.code()).containsExactly("JD1");
        assertThat(community.residents()).extracting(OutsideOrganization::code).containsExactly("WY");
        assertThat(community.selfGovernment())
                .extracting(OutsideOrganization::code)
                .containsExactly("JW");
        assertThat(street.residents()).hasSize(1);
    }

    @Test
    void anotherStreetNeitherSeesNorChangesIt() {
        BodyGoal goal = desk.bodies.addGoal("XT", new BodyGoalDraft(2026, "解决共性难题"));
        BodyTask task = desk.bodies.addTask("XT", new BodyTaskDraft(null, "管网改造", DAY, null));
        UnitScope other = UnitScope.of(List.of(CodeRange.subtree("210102002")));
        database.access()
                .signIn(
                        "second",
                        Map.of(
                                PartyPermissions.COORDINATION_READ, other,
                                PartyPermissions.COORDINATION_EDIT, other,
                                PartyPermissions.OUTSIDE_READ, other,
                                PartyPermissions.PARTY_READ, other));

        assertThat(desk.bodies.list(null, null, PageQuery.first()).total()).isZero();
        for (ThrowingCallable call : List.<ThrowingCallable>of(
                () -> desk.bodies.get("XT", null),
                () -> desk.bodies.members("XT", null),
                () -> desk.bodies.goals("XT", null),
                () -> desk.bodies.tasks("XT", null, PageQuery.first()),
                () -> desk.bodies.goal(goal.id()),
                () -> desk.bodies.task(task.id()),
                () -> desk.bodies.taskTimeline(task.id()),
                () -> move(task, "assign"),
                () -> desk.bodies.addGoal("XT", new BodyGoalDraft(2026, "夺")),
                () -> desk.bodies.addTask("XT", new BodyTaskDraft(null, "夺", DAY, null)),
                () -> desk.bodies.join("XT", new BodyMemberDraft("WY", DAY, null)),
                () -> desk.bodies.close("XT", new OrganizationClosing(DAY, "夺"), 1),
                () -> desk.outside.get("WY", null),
                () -> desk.outside.structure(PartyDesk.STREET, null))) {
            assertRefused(Problem.Kind.FORBIDDEN, call);
        }
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::kind)
                .isEqualTo(kind);
    }
}
