package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.organization.OrganizationClosing;
import org.gridloom.organization.OutsideOrganizationDraft;
import org.gridloom.organization.PartyOrganizationChange;
import org.gridloom.organization.PartyPermissions;
import org.gridloom.organization.PersonDraft;
import org.gridloom.organization.Post;
import org.gridloom.organization.PostAppointment;
import org.gridloom.organization.PostEnding;
import org.gridloom.organization.PostFilter;
import org.gridloom.organization.PostHandover;
import org.gridloom.platform.figure.Figure;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostsTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 5, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 6, 2);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;

    @BeforeEach
    void peopleOfAParty() {
        desk = new PartyDesk(database).withParty();
        database.clock().set(AFTER);
        desk.people.create(new PersonDraft("R1", "王淑兰", "female", 1970, "中共党员", PartyDesk.COMMUNITY, "wangsl", null));
        desk.person("R2", "李国强", PartyDesk.COMMUNITY);
    }

    @Test
    void aTermHoldsFromItsFirstDayToBeforeItsEnd() {
        desk.appoint("R1", "branch-secretary", "ZB", DAY, AFTER);

        assertThat(held(new PostFilter(null, "ZB", null, null, null, BEFORE, false)))
                .isEmpty();
        assertThat(held(new PostFilter(null, "ZB", null, null, null, DAY, false)))
                .hasSize(1);
        assertThat(held(new PostFilter(null, "ZB", null, null, null, AFTER, false)))
                .isEmpty();
        assertThat(held(new PostFilter(null, "ZB", null, null, null, null, true)))
                .hasSize(1);
    }

    @Test
    void anOrganisationHasOneSecretaryAtATime() {
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, DAY);

        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.appoint("R2", "branch-secretary", "ZB", BEFORE, null));
        desk.appoint("R2", "branch-secretary", "ZB", DAY, null);
        desk.appoint("R1", "committee-member", "ZB", DAY, null);
        desk.appoint("R2", "committee-member", "ZB", DAY, null);
    }

    @Test
    void ofSixteenAppointedAtOnceOneBecomesSecretary() throws Exception {
        for (int i = 0; i < 16; i++) {
            desk.person("C" + i, "候选" + i, PartyDesk.COMMUNITY);
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Problem>> outcomes = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String person = "C" + i;
            outcomes.add(threads.submit(() -> {
                start.await();
                try {
                    desk.appoint(person, "branch-secretary", "ZB", DAY, null);
                    return null;
                } catch (Problem refused) {
                    return refused;
                }
            }));
        }
        start.countDown();
        int appointed = 0;
        for (Future<Problem> outcome : outcomes) {
            Problem refused = outcome.get();
            appointed += refused == null ? 1 : 0;
            if (refused != null) {
                assertThat(refused.kind()).isIn(Problem.Kind.CONFLICT, Problem.Kind.UNAVAILABLE);
            }
        }
        threads.shutdown();

        assertThat(appointed).isOne();
        assertThat(held(new PostFilter(null, "ZB", "branch-secretary", null, null, null, true)))
                .hasSize(1);
    }

    @Test
    void aHandoverEndsOneTermAndBeginsTheNextInOneStep() {
        Post old = desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);

        Post next = desk.posts.handOver(old.id(), new PostHandover("R2", DAY, null, null, "调动"), old.version());

        assertThat(next.person()).isEqualTo("R2");
        assertThat(next.replaces()).isEqualTo(old.id());
        assertThat(desk.posts.get(old.id()).validTo()).isEqualTo(DAY);
        assertThat(held(new PostFilter(null, "ZB", null, "lead", null, BEFORE, false)))
                .extracting(Post::person)
                .containsExactly("R1");
        assertThat(held(new PostFilter(null, "ZB", null, "lead", null, DAY, false)))
                .extracting(Post::person)
                .containsExactly("R2");
        RecordedEvent handedOver = event("organization.post.handed-over");
        assertThat(handedOver.payload())
                .containsEntry("fromPerson", "R1")
                .containsEntry("toPerson", "R2")
                .containsEntry("fromAccount", "wangsl")
                .containsEntry("on", "2026-06-01")
                .containsEntry("kind", "branch-secretary");
        assertThat(event("organization.person.left").payload())
                .containsEntry("person", "R1")
                .containsEntry("account", "wangsl");
    }

    @Test
    void aRefusedHandoverChangesNothing() {
        Post old = desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);

        assertRefused(
                Problem.Kind.INVALID,
                "person",
                () -> desk.posts.handOver(old.id(), new PostHandover("R9", DAY, null, null, null), 1));
        assertRefused(
                Problem.Kind.INVALID,
                "validTo",
                () -> desk.posts.handOver(old.id(), new PostHandover("R2", DAY, BEFORE, null, null), 1));
        assertRefused(
                Problem.Kind.CHANGED,
                null,
                () -> desk.posts.handOver(old.id(), new PostHandover("R2", DAY, null, null, null), 7));
        assertThat(desk.posts.get(old.id())).isEqualTo(old);
    }

    @Test
    void whoStillHoldsAnotherPostHasNotLeft() {
        Post first = desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        Post second = desk.appoint("R1", "grid-head", PartyDesk.GRID, PartyDesk.START, null);

        desk.posts.end(first.id(), new PostEnding(DAY, "退休"), 1);
        assertThat(names()).doesNotContain("organization.person.left");
        desk.posts.end(second.id(), new PostEnding(DAY, "退休"), 1);
        assertThat(names()).contains("organization.post.ended", "organization.person.left");
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.posts.end(second.id(), new PostEnding(AFTER, "再退"), 2));
    }

    @Test
    void anAppointmentThatHasNotBegunCanBeCalledOff() {
        LocalDate next = LocalDate.of(2027, 1, 1);
        Post post = desk.appoint("R1", "branch-secretary", "ZB", next, null);

        desk.posts.end(post.id(), new PostEnding(next, "取消"), 1);

        assertThat(held(new PostFilter(null, "ZB", null, null, null, next, false)))
                .isEmpty();
        desk.appoint("R2", "branch-secretary", "ZB", next, null);
    }

    @Test
    void anAppointmentThatWasCalledOffKeepsNobody() {
        LocalDate next = LocalDate.of(2027, 1, 1);
        Post present = desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        Post calledOff = desk.appoint("R1", "grid-head", PartyDesk.GRID, next, null);
        desk.posts.end(calledOff.id(), new PostEnding(next, "取消"), 1);

        desk.posts.end(present.id(), new PostEnding(DAY, "退休"), 1);

        assertThat(event("organization.person.left").payload()).containsEntry("on", DAY.toString());
    }

    @Test
    void aClosedOrganisationEndsItsPosts() {
        Post post = desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);

        desk.party.close("ZB", new OrganizationClosing(DAY, "撤并"), 1);

        assertThat(desk.posts.get(post.id()).validTo()).isEqualTo(DAY);
        assertThat(names()).contains("organization.post.ended", "organization.person.left");
    }

    @Test
    void aPartTimeMembersSeatSaysWhatItRepresentsAndWhoReplacesThem() {
        desk.outside.create(new OutsideOrganizationDraft(
                "WY", "物业", "property-company", PartyDesk.COMMUNITY, null, PartyDesk.START, null));
        assertRefused(
                Problem.Kind.INVALID,
                "represents",
                () -> desk.appoint("R1", "part-time-member", "SQ", PartyDesk.START, null));
        Post seat = desk.posts.appoint(
                new PostAppointment("R1", "part-time-member", "SQ", PartyDesk.START, null, "WY", "WY", null));

        Post next = desk.posts.handOver(seat.id(), new PostHandover("R2", DAY, null, null, null), 1);

        assertThat(next.represents()).isEqualTo("WY");
        assertThat(next.crossAppointment()).isEqualTo("WY");
        assertThat(next.replaces()).isEqualTo(seat.id());
    }

    @Test
    void postsOccurOnlyWhereTheirKindIsMeantFor() {
        assertRefused(Problem.Kind.INVALID, "at", () -> desk.appoint("R1", "branch-secretary", "SQ", DAY, null));
        assertRefused(
                Problem.Kind.INVALID, "at", () -> desk.appoint("R1", "grid-head", PartyDesk.COMMUNITY, DAY, null));
        assertRefused(Problem.Kind.INVALID, "at", () -> desk.appoint("R1", "branch-secretary", "NONE", DAY, null));
        assertRefused(Problem.Kind.INVALID, "kind", () -> desk.appoint("R1", "king", "ZB", DAY, null));
    }

    @Test
    void postsFollowTheSeatOfTheirOrganisation() {
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        desk.party.change(
                "ZB", new PartyOrganizationChange(null, null, null, "210102002001001", null, null, DAY, null), 1);

        assertThat(held(new PostFilter(PartyDesk.STREET, null, null, null, null, BEFORE, false)))
                .hasSize(1);
        assertThat(held(new PostFilter(PartyDesk.STREET, null, null, null, null, DAY, false)))
                .isEmpty();
        assertThat(held(new PostFilter("210102002", null, null, null, null, DAY, false)))
                .hasSize(1);
    }

    @Test
    void postsOfAUnitAreFoundUnderTheCodeItBearsNow() {
        desk.appoint("R1", "grid-head", PartyDesk.GRID, PartyDesk.START, null);
        desk.appoint("R2", "grid-head", PartyDesk.GRID2, PartyDesk.START, null);
        desk.territory.move(PartyDesk.GRID, "210102001002", DAY);

        assertThat(held(new PostFilter(null, "210102001002003", null, null, null, DAY, false)))
                .extracting(Post::person)
                .containsExactly("R1");
        assertThat(held(new PostFilter(null, PartyDesk.COMMUNITY, null, null, null, DAY, false)))
                .isEmpty();
    }

    @Test
    void namesAreMaskedWhereTheCallerMayNotReadPeople() {
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        UnitScope district = UnitScope.of(List.of(CodeRange.subtree(PartyDesk.DISTRICT)));
        UnitScope other = UnitScope.of(List.of(CodeRange.subtree("210102002")));
        database.access()
                .signIn("viewer", Map.of(PartyPermissions.PARTY_READ, district, PartyPermissions.PERSON_READ, other));

        assertThat(held(new PostFilter(null, null, null, null, null, null, false)))
                .extracting(Post::personName)
                .containsExactly("王**");
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.people.get("R1"));
    }

    @Test
    void accountsAreToldOfThoseWhomTheCallerMayReadAndWhoHaveOne() {
        assertThat(desk.people.accounts(List.of("R1", "R2", "NOBODY"))).isEqualTo(Map.of("R1", "wangsl"));
        database.access()
                .signIn(
                        "viewer",
                        Map.of(PartyPermissions.PERSON_READ, UnitScope.of(List.of(CodeRange.subtree("210102002")))));

        assertThat(desk.people.accounts(List.of("R1", "R2"))).isEmpty();
    }

    @Test
    void nobodyAppointsOutsideTheirUnits() {
        Post post = desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        UnitScope other = UnitScope.of(List.of(CodeRange.subtree("210102002")));
        database.access()
                .signIn(
                        "second",
                        Map.of(
                                PartyPermissions.PARTY_READ, other,
                                PartyPermissions.PERSON_READ, other,
                                PartyPermissions.POST_APPOINT, other));

        assertThat(held(new PostFilter(null, null, null, null, null, null, true)))
                .isEmpty();
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.posts.get(post.id()));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.appoint("R2", "committee-member", "ZB", DAY, null));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.appoint("R2", "grid-head", PartyDesk.GRID, DAY, null));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.appoint("R2", "committee-member", "JD2", DAY, null));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.posts.end(post.id(), new PostEnding(DAY, "夺"), 1));
        assertRefused(
                Problem.Kind.FORBIDDEN,
                null,
                () -> desk.posts.handOver(post.id(), new PostHandover("R2", DAY, null, null, null), 1));
    }

    @Test
    void figuresCountWhatTheirDrillDownLists() {
        desk.appoint("R1", "branch-secretary", "ZB", PartyDesk.START, null);
        desk.appoint("R1", "grid-head", PartyDesk.GRID, PartyDesk.START, null);
        desk.appoint("R2", "full-time-worker", PartyDesk.GRID, PartyDesk.START, null);

        assertThat(desk.postFigures.figures(
                        desk.figures(PartyDesk.STREET, DAY, "organization.posts", "organization.posts.lead")))
                .extracting(Figure::code, Figure::value, Figure::drillDown)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(
                                "organization.posts", 3L, "organization/posts?unit=210102001&asOf=2026-06-01"),
                        org.assertj.core.groups.Tuple.tuple(
                                "organization.posts.lead",
                                2L,
                                "organization/posts?unit=210102001&duty=lead&asOf=2026-06-01"));
        assertThat(held(new PostFilter(PartyDesk.STREET, null, null, "lead", null, DAY, false)))
                .hasSize(2);
    }

    @Test
    void concurrentChangesOfAPersonAreNotLost() {
        PersonDraft draft = new PersonDraft(null, "王淑兰", null, null, null, PartyDesk.COMMUNITY, null, null);
        desk.people.change("R1", draft, 1);

        assertRefused(Problem.Kind.CHANGED, null, () -> desk.people.change("R1", draft, 1));
        assertThat(database.audit().get(database.audit().size() - 1).after().toString())
                .doesNotContain("王淑兰");
    }

    private RecordedEvent event(String name) {
        return database.events().stream()
                .filter(event -> event.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<String> names() {
        return database.events().stream().map(RecordedEvent::name).toList();
    }

    private List<Post> held(PostFilter filter) {
        return desk.posts.list(filter, PageQuery.first()).items();
    }

    private static void assertRefused(Problem.Kind kind, String field, ThrowingCallable call) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(kind))
                .satisfies(problem -> {
                    if (field != null) {
                        assertThat(problem.violations())
                                .extracting(Violation::field)
                                .contains(field);
                    }
                });
    }
}
