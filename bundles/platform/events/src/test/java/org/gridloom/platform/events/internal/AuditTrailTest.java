package org.gridloom.platform.events.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.testkit.TestAccess;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AuditTrailTest {

    private static final AuditFilter ALL = new AuditFilter(null, null, null, null, null, null, null);
    private static final UnitScope STREET = new UnitScope(List.of(CodeRange.subtree("210102021")));

    @ParameterizedTest
    @EnumSource(Databases.class)
    void entriesComeNewestFirstInPages(Databases kind) {
        try (TestDatabase db = filled(kind)) {
            Page<AuditRecord> second = trail(db).list(ALL, new PageQuery(1, 2, List.of()));

            assertThat(second.total()).isEqualTo(4);
            assertThat(second.items()).extracting(AuditRecord::subject).containsExactly("item/2", "item/1");
            assertThat(second.items().get(0).before()).isEqualTo(Map.of("name", "旧"));
            assertThat(second.items().get(0).after()).isEqualTo(Map.of("name", "新"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void filtersNarrowTheList(Databases kind) {
        try (TestDatabase db = filled(kind)) {
            LocalDate day = LocalDate.of(2026, 3, 2);
            assertThat(subjects(db, new AuditFilter(day, day, "tester", null, "test.", "item/1", "210102")))
                    .containsExactly("item/1");
            assertThat(subjects(db, new AuditFilter(null, null, null, null, "test.item.", null, null)))
                    .hasSize(4);
            assertThat(subjects(db, new AuditFilter(null, null, null, null, "test_item.", null, null)))
                    .isEmpty();
            assertThat(subjects(db, new AuditFilter(null, null, null, null, "test.item", null, null)))
                    .isEmpty();
            assertThat(subjects(db, new AuditFilter(day.plusDays(1), null, null, null, null, null, null)))
                    .isEmpty();
            assertThat(subjects(db, new AuditFilter(null, day.minusDays(1), null, null, null, null, null)))
                    .isEmpty();
            assertThat(subjects(db, new AuditFilter(null, null, null, TestAccess.ADDRESS, "test.", null, null)))
                    .hasSize(4);
            assertThat(subjects(db, new AuditFilter(null, null, null, "192.0.2", null, null, null)))
                    .isEmpty();
            assertThat(subjects(db, new AuditFilter(null, null, "nobody", null, null, null, null)))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anEntryTellsWhereTheCallerWasAndWhyTheCallWasMadeIfTheChangeHasNoReasonOfItsOwn(Databases kind) {
        try (TestDatabase db = kind.open()) {
            Caller caller = new Caller("li", "rest", "r-1", "203.0.113.7", "according to minutes 12");
            db.access()
                    .call(
                            caller,
                            () -> db.platform().call(tx -> {
                                tx.audit(AuditEntry.created("test.item.made", "item/1", null, Map.of()));
                                tx.audit(AuditEntry.changed(
                                        "test.item.closed", "item/1", null, Map.of(), Map.of(), "pulled down"));
                                return null;
                            }));

            assertThat(trail(db).list(ALL, PageQuery.first()).items())
                    .extracting(AuditRecord::address, AuditRecord::reason)
                    .containsExactly(
                            tuple("203.0.113.7", "pulled down"), tuple("203.0.113.7", "according to minutes 12"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aReaderSeesTheOwnUnitsAndNotTheDistricts(Databases kind) {
        try (TestDatabase db = filled(kind)) {
            db.access().signIn("reader", Map.of(Permissions.AUDIT_READ, STREET, Permissions.EVENTS_READ, STREET));

            assertThat(subjects(db, ALL)).containsExactly("item/2", "item/1");
            assertThat(new EventLog(db.platform(), db.access(), db.clock())
                            .list(new EventFilter(null, null, null, null, null), PageQuery.first())
                            .items())
                    .extracting(EventRecord::aggregate)
                    .containsExactly("item/2", "item/1");
            assertRefused(() -> subjects(db, new AuditFilter(null, null, null, null, null, null, "210102022")));
            assertRefused(() -> trail(db).verify());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void withoutThePermissionNothingIsRead(Databases kind) {
        try (TestDatabase db = filled(kind)) {
            db.access().signIn("reader", Map.of());

            assertRefused(() -> subjects(db, ALL));
            db.access().signOut();
            assertThatThrownBy(() -> subjects(db, ALL)).isInstanceOf(Problem.class);
        }
    }

    private static TestDatabase filled(Databases kind) {
        TestDatabase db = kind.open();
        Databases.record(db, "item/1", "210102021");
        Databases.record(db, "item/2", "210102021001");
        Databases.record(db, "item/3", "210102022");
        Databases.record(db, "district", null);
        return db;
    }

    private static AuditTrail trail(TestDatabase db) {
        return new AuditTrail(db.platform(), db.access(), Databases.anchors(db), db.clock());
    }

    private static List<String> subjects(TestDatabase db, AuditFilter filter) {
        return trail(db).list(filter, PageQuery.first()).items().stream()
                .map(AuditRecord::subject)
                .toList();
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    }
}
