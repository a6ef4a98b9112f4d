package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.gridloom.organization.BodyTaskCompletion;
import org.gridloom.organization.BodyTaskDraft;
import org.gridloom.organization.CoordinationBodyDraft;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.OutsideOrganization;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.PostEnding;
import org.gridloom.organization.UnitStructure;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
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
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

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
        assertRefused(
                Problem.Kind.INVALID,
                () -> desk.bodies.complete(task.id(), new BodyTaskCompletion(DAY.plusDays(1), "单"), 1));

        BodyTask done = desk.bodies.complete(task.id(), new BodyTaskCompletion(DAY, "验收单"), task.version());

        assertThat(done.state()).isEqualTo("done");
        assertThat(desk.bodies.task(task.id())).isEqualTo(done);
        assertThat(desk.bodies.goal(goal.id())).isEqualTo(goal);
        assertRefused(Problem.Kind.NOT_FOUND, () -> desk.bodies.task(task.id() + 1));
        assertThat(desk.bodies.tasks("XT", "done", PageQuery.first()).items()).containsExactly(done);
        assertThat(desk.bodies.tasks("XT", "open", PageQuery.first()).total()).isZero();
        assertRefused(
                Problem.Kind.CONFLICT,
                () -> desk.bodies.complete(task.id(), new BodyTaskCompletion(DAY, "再"), done.version()));
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
        assertThat(desk.bodies
                        .complete(task.id(), new BodyTaskCompletion(DAY, "验收单"), late.version())
                        .lamp())
                .isNull();
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
