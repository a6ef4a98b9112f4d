package ${package}.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ${package}.Entry;
import ${package}.EntryDraft;
import ${package}.EntryFilter;
import ${package}.EntryPermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.felix.hc.api.Result;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.figure.FigureQuery;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestSettings;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.sdk.testkit.TestUnits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EntriesTest {

    private static final String UNIT = "210102001";
    private static final String OTHER = "210102002";
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("${artifactId}");

    private final TestUnits units = new TestUnits().with(UNIT, "甲街道", "street").with(OTHER, "乙街道", "street");
    private final EntrySettings settings = new EntrySettings(TestSettings.defaults(EntrySettings.Config.class));
    private DefaultEntries entries;

    @BeforeEach
    void start() {
        entries = new DefaultEntries(
                database.transactions(), database.access(), units, database.checks(), database.clock(), settings);
    }

    @Test
    void anEntryIsRegisteredAndChangedWithAuditAndEvents() {
        Entry made = entries.register(draft("1", UNIT, TODAY));

        Entry changed = entries.change("1", draft("1", OTHER, TODAY), made.version());

        assertThat(entries.get("1")).isEqualTo(changed);
        assertThat(database.audit())
                .extracting(RecordedAudit::action)
                .containsExactly("${capability}.entry.registered", "${capability}.entry.changed");
        assertThat(database.events())
                .extracting(RecordedEvent::name)
                .containsExactly("${capability}.entry.registered", "${capability}.entry.changed");
    }

    @Test
    void whatCannotBeIsRefused() {
        Entry made = entries.register(draft("1", UNIT, TODAY));

        assertRefused(Problem.Kind.CONFLICT, () -> entries.register(draft("1", UNIT, TODAY)));
        assertRefused(Problem.Kind.INVALID, () -> entries.register(draft("2", "999", TODAY)));
        assertRefused(Problem.Kind.INVALID, () -> entries.register(draft("2", UNIT, TODAY.plusDays(1))));
        assertRefused(Problem.Kind.NOT_FOUND, () -> entries.get("2"));
        assertRefused(
                Problem.Kind.CHANGED, () -> entries.change("1", draft("1", UNIT, TODAY), made.version() + 1));
    }

    @Test
    void whoMaySeeOneUnitSeesThatOnly() {
        entries.register(draft("1", UNIT, TODAY));
        entries.register(draft("2", OTHER, TODAY));
        database.access().signIn("reader", Map.of(EntryPermissions.READ, scope()));

        assertThat(entries.list(new EntryFilter(null, null, null, null), PageQuery.first()).items())
                .extracting(Entry::code)
                .containsExactly("1");
        assertRefused(Problem.Kind.FORBIDDEN, () -> entries.get("2"));
        assertRefused(Problem.Kind.FORBIDDEN, () -> entries.register(draft("3", UNIT, TODAY)));
    }

    @Test
    void theFigureCountsEntriesOfTheUnit() {
        entries.register(draft("1", UNIT, TODAY));
        entries.register(draft("2", OTHER, TODAY));

        assertThat(new EntryFigures(database.transactions())
                        .figures(new FigureQuery(Set.of("${capability}.entries"), UNIT, scope(), TODAY, null)))
                .singleElement()
                .satisfies(figure -> assertThat(figure.value()).isEqualTo(1L));
    }

    @Test
    void anEntryFollowsItsUnitOnlyFromTheDayOfTheMerger() {
        entries.register(draft("1", UNIT, TODAY.minusDays(1)));
        entries.register(draft("2", UNIT, TODAY));
        units.without(UNIT, OTHER);

        merged(TODAY);

        assertThat(entries.get("1").unit()).isEqualTo(UNIT);
        assertThat(entries.get("2").unit()).isEqualTo(OTHER);
    }

    @Test
    void anEntryOfAUnitThatIsThereStaysWhateverWasBefore() {
        units.without(UNIT, OTHER).with(UNIT, "甲街道", "street");
        entries.register(draft("1", UNIT, TODAY));

        merged(TODAY.minusYears(1));

        assertThat(entries.get("1").unit()).isEqualTo(UNIT);
    }

    @Test
    void healthWarnsOfEntriesThatAreDatedTooLate() {
        EntryHealth health = new EntryHealth(database.transactions(), entries, settings);
        entries.register(draft("1", UNIT, TODAY));
        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.OK);

        database.clock().set(TODAY.minusDays(1));

        assertThat(health.execute().getStatus()).isEqualTo(Result.Status.WARN);
    }

    private void merged(LocalDate date) {
        Event merged = new Event(
                1,
                "organization.unit.merged",
                1,
                "unit/" + UNIT,
                UNIT,
                database.clock().instant(),
                "admin",
                Map.of("date", date.toString()));
        database.transactions().run(tx -> new UnitChanges(units, entries).on(tx, merged));
    }

    private static UnitScope scope() {
        return UnitScope.of(List.of(CodeRange.subtree(UNIT)));
    }

    private static EntryDraft draft(String code, String unit, LocalDate day) {
        return new EntryDraft(code, "示例", unit, day);
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable work) {
        assertThatThrownBy(work)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::kind)
                .isEqualTo(kind);
    }
}
