package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.Restructured;
import org.gridloom.organization.TerritoryPermissions;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitChange;
import org.gridloom.organization.UnitFilter;
import org.gridloom.organization.UnitMove;
import org.gridloom.organization.UnitPeriod;
import org.gridloom.organization.UnitSplit;
import org.gridloom.organization.UnitSuccession;
import org.gridloom.organization.UnitSuccession.Kind;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.UnitRef;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryTest {

    private static final LocalDate BEFORE = LocalDate.of(2026, 5, 31);
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);
    private static final LocalDate AFTER = LocalDate.of(2026, 6, 2);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization");

    private TerritoryDesk desk;

    @BeforeEach
    void aDistrict() {
        desk = new TerritoryDesk(database).withDistrict();
    }

    @Test
    void aNewUnitGetsTheNextFreeCodeOfItsKind() {
        Unit community = desk.editing.create(NewUnit.named("210102001", "幸福里社区"));
        Unit village = desk.editing.create(
                new NewUnit("210102001", null, "下河湾村", "village", null, 10, 20, "东至浑河", "演示数据", null));

        assertThat(community.code()).isEqualTo("210102001003");
        assertThat(village.code()).isEqualTo("210102001200");
        assertThat(desk.units.get("210102001200", null)).isEqualTo(village);
    }

    @Test
    void aCodeThatDoesNotFitIsRefused() {
        assertRefused(Problem.Kind.INVALID, "code", () -> desk.create("210102001", "210102002009", "错上级"));
        assertRefused(Problem.Kind.INVALID, "code", () -> desk.create("210102001", "2101020010", "短"));
        assertRefused(Problem.Kind.INVALID, "code", () -> desk.create("210102001", "210102001000", "零"));
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.create("210102001", "210102001001", "重复"));
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.create(null, "210103", "第二个区"));
        assertRefused(
                Problem.Kind.INVALID,
                "code",
                () -> desk.editing.create(
                        new NewUnit("210102001", "210102001009", "村", "village", null, null, null, null, null, null)));
        assertRefused(Problem.Kind.NOT_FOUND, null, () -> desk.create("210102009", null, "无上级"));
    }

    @Test
    void aRenamedUnitIsShownUnderTheNameOfTheDay() {
        desk.editing.change("210102001001", UnitChange.renamed("长白社区", DAY), 1);

        assertThat(desk.units.get("210102001001", BEFORE).name()).isEqualTo("第001社区");
        assertThat(desk.units.get("210102001001", DAY).name()).isEqualTo("长白社区");
        assertThat(desk.units.history("210102001001"))
                .extracting(UnitPeriod::from, UnitPeriod::to, UnitPeriod::name)
                .containsExactly(tuple(TerritoryDesk.START, DAY, "第001社区"), tuple(DAY, null, "长白社区"));
        assertRefused(
                Problem.Kind.CHANGED,
                null,
                () -> desk.editing.change("210102001001", UnitChange.renamed("另名", AFTER), 1));
        assertRefused(
                Problem.Kind.CONFLICT,
                "date",
                () -> desk.editing.change("210102001001", UnitChange.renamed("另名", BEFORE), 2));
    }

    @Test
    void namesAreFoundByAnyPartOfTwoCharactersOnTheDayTheyWereBorne() {
        desk.editing.change("210102001001", UnitChange.renamed("长白ABC社区", DAY), 1);

        assertThat(codes(UnitFilter.matching("白ａb", DAY))).containsExactly("210102001001");
        assertThat(codes(UnitFilter.matching("白ab", BEFORE))).isEmpty();
        assertThat(codes(UnitFilter.matching("001社", BEFORE))).containsExactly("210102001001", "210102002001");
        assertThat(codes(UnitFilter.matching("2101020020", DAY))).hasSize(6);
        assertThat(codes(UnitFilter.matching("%_", DAY))).isEmpty();
        assertRefused(Problem.Kind.INVALID, "q", () -> codes(UnitFilter.matching("白", DAY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "code", "-code", "name", "-name", "validFrom", "-validFrom,name", "name,-code"})
    void listsAreInTheOrderAskedForPageByPage(String sort) {
        desk.editing.change("210102001001", UnitChange.renamed("甲001社区", BEFORE), 1);
        desk.editing.create(new NewUnit("210102002", "210102002009", "乙社区", null, AFTER, null, null, null, null, null));

        for (UnitFilter filter : List.of(
                new UnitFilter(null, null, null, null, null, AFTER),
                new UnitFilter(null, null, "community", null, null, AFTER),
                new UnitFilter("210102002", null, "community", null, null, AFTER),
                UnitFilter.matching("社区", AFTER),
                UnitFilter.matching("001社区", AFTER))) {
            List<Unit> all = listed(filter, List.of(), 100);
            assertThat(all).hasSizeGreaterThan(1);
            assertThat(listed(filter, sort.isEmpty() ? List.of() : List.of(sort.split(",")), 2))
                    .isEqualTo(all.stream().sorted(order(sort)).toList());
        }
    }

    private List<Unit> listed(UnitFilter filter, List<String> sort, int size) {
        List<Unit> all = new ArrayList<>();
        List<Unit> items;
        do {
            items = desk.units
                    .list(filter, new PageQuery(all.size() / size, size, sort))
                    .items();
            all.addAll(items);
        } while (items.size() == size);
        return all;
    }

    private static Comparator<Unit> order(String sort) {
        Comparator<Unit> order = (a, b) -> 0;
        for (String field : sort.split(",")) {
            Comparator<Unit> by = switch (field.replace("-", "")) {
                case "name" -> Comparator.comparing(Unit::name);
                case "validFrom" -> Comparator.comparing(Unit::validFrom);
                default -> Comparator.comparing(Unit::code);
            };
            order = order.thenComparing(field.startsWith("-") ? by.reversed() : by);
        }
        return order.thenComparing(Unit::code);
    }

    @Test
    void aMovedUnitBearsItsNewCodeFromTheDay() {
        Restructured moved = desk.move("210102001001", "210102002", DAY);

        assertThat(moved.units()).extracting(Unit::code).containsExactly("210102002003");
        assertThat(moved.unitsBelow()).isEqualTo(2);
        assertThat(desk.units.get("210102001001", BEFORE).parent()).isEqualTo("210102001");
        assertThat(desk.units.get("210102002003", DAY).parent()).isEqualTo("210102002");
        assertThat(desk.units.get("210102002003002", AFTER).name()).isEqualTo("002网格");
        assertRefused(Problem.Kind.GONE, null, () -> desk.units.get("210102001001", DAY));
        assertRefused(Problem.Kind.NOT_FOUND, null, () -> desk.units.get("210102002003", BEFORE));
        assertThat(desk.units.successor("210102001001001", DAY).orElseThrow().code())
                .isEqualTo("210102002003001");
        assertThat(desk.count("210102001", "grid", BEFORE)).isEqualTo(4);
        assertThat(desk.count("210102001", "grid", DAY)).isEqualTo(2);
        assertThat(desk.count("210102002", "grid", DAY)).isEqualTo(6);
        assertThat(desk.count("210102", "grid", DAY)).isEqualTo(8);
        assertThat(desk.units.succession("210102002003"))
                .containsExactly(new UnitSuccession(DAY, Kind.MOVE, "210102001001", "210102002003", null));
    }

    @Test
    void aCodeOnceInUseIsNeverGivenAgain() {
        desk.move("210102001002", "210102002", DAY);

        assertThat(desk.create("210102001", null, "新社区", AFTER).code()).isEqualTo("210102001003");
        assertThat(desk.create("210102002", null, "新社区", AFTER).code()).isEqualTo("210102002004");
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.create("210102001", "210102001002", "旧码", AFTER));
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.create("210102002", "210102002003", "新码", BEFORE));
    }

    @Test
    void mergedUnitsGoOnAsOneWithAllThatLayBelow() {
        Restructured merged = desk.merge("合并社区", DAY, "210102001001", "210102002001");

        assertThat(merged.units()).extracting(Unit::code).containsExactly("210102001003");
        assertThat(merged.unitsBelow()).isEqualTo(4);
        assertThat(codes(UnitFilter.childrenOf("210102001003", DAY)))
                .containsExactlyInAnyOrder("210102001003001", "210102001003002", "210102001003003", "210102001003004");
        assertThat(desk.units.successor("210102002001", DAY).orElseThrow().name())
                .isEqualTo("合并社区");
        assertThat(desk.units.successor("210102002001001", DAY).orElseThrow().code())
                .isEqualTo("210102001003003");
        assertThat(desk.directory.scope("210102001003", DAY).contains("210102002001"))
                .isTrue();
        assertThat(desk.directory.scope("210102002", DAY).contains("210102002001"))
                .isFalse();
        assertThat(desk.count("210102002", "grid", BEFORE)).isEqualTo(4);
        assertThat(desk.count("210102002", "grid", DAY)).isEqualTo(2);
        assertThat(desk.units.succession("210102001003"))
                .extracting(UnitSuccession::kind, UnitSuccession::from)
                .containsExactlyInAnyOrder(tuple(Kind.MERGE, "210102001001"), tuple(Kind.MERGE, "210102002001"));
    }

    @Test
    void theUnitsBelowASplitUnitGoToItsParts() {
        Restructured split = desk.split(
                "210102001001",
                DAY,
                new UnitSplit.Part(null, "东社区", List.of("210102001001002")),
                new UnitSplit.Part("210102001010", "西社区", List.of("210102001001001")));

        assertThat(split.units()).extracting(Unit::code).containsExactly("210102001003", "210102001010");
        assertThat(codes(UnitFilter.childrenOf("210102001003", DAY))).containsExactly("210102001003002");
        assertThat(desk.directory.successors("210102001001", DAY)).containsExactly("210102001003", "210102001010");
        assertRefused(Problem.Kind.GONE, null, () -> desk.units.get("210102001001", DAY));
        assertThat(desk.directory.scope("210102001", DAY).contains("210102001001"))
                .isTrue();
        assertThat(desk.directory.scope("210102001003", DAY).contains("210102001001"))
                .isFalse();
        assertThat(desk.directory.resolve(Set.of("210102001001", "210102001001001", "999999"), DAY))
                .extractingFromEntries(
                        Map.Entry::getKey, entry -> entry.getValue().code())
                .containsExactlyInAnyOrder(
                        tuple("210102001001", "210102001"), tuple("210102001001001", "210102001010001"));
    }

    @Test
    void everyUnitBelowASplitUnitMustBeGivenToOnePart() {
        assertThatThrownBy(() -> desk.split(
                        "210102001001",
                        DAY,
                        new UnitSplit.Part(null, "东社区", List.of("210102001001001", "210102002001001")),
                        new UnitSplit.Part(null, "西社区", List.of("210102001001001"))))
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .extracting(Problem::violations, InstanceOfAssertFactories.list(Violation.class))
                .extracting(Violation::field)
                .containsExactly("parts[0].children[1]", "parts[1].children[0]", "parts");
    }

    @Test
    void aUnitWithUnitsBelowIsClosedOnlyTogetherWithThem() {
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.close("210102001001", DAY, false));

        assertThat(desk.close("210102001001", DAY, true).unitsBelow()).isEqualTo(2);

        assertThat(desk.count("210102001", "grid", BEFORE)).isEqualTo(4);
        assertThat(desk.count("210102001", "grid", DAY)).isEqualTo(2);
        assertRefused(Problem.Kind.GONE, null, () -> desk.units.get("210102001001001", DAY));
        assertThat(desk.directory.successors("210102001001", DAY)).isEmpty();
        assertRefused(Problem.Kind.CONFLICT, null, () -> desk.create("210102001001", null, "迟到", BEFORE));
        assertThat(desk.units.succession("210102001001001"))
                .containsExactly(new UnitSuccession(DAY, Kind.CLOSE, "210102001001001", null, null));
    }

    @Test
    void aChangeBeforeALaterOneOfTheSameUnitsIsRefusedWithTheEarliestDate() {
        desk.move("210102001001", "210102002", DAY);

        assertThatThrownBy(() -> desk.move("210102001", "210102", BEFORE)).isInstanceOf(Problem.class);
        assertRefused(Problem.Kind.CONFLICT, "date", () -> desk.merge("并", BEFORE, "210102001", "210102002"));
        assertRefused(Problem.Kind.CONFLICT, "date", () -> desk.close("210102001001", BEFORE, true));
        assertThat(desk.merge("并", DAY, "210102001", "210102002").units())
                .extracting(Unit::code)
                .containsExactly("210102003");
        assertThat(desk.count("210102003", "grid", DAY)).isEqualTo(8);
        assertThat(desk.units.successor("210102001001001", DAY).orElseThrow().name())
                .isEqualTo("001网格");
    }

    @Test
    void aPreviewSaysWhatWouldFollowAndWritesNothing() {
        long audited = database.audit().size();
        Restructured preview =
                desk.restructuring.move("210102001001", new UnitMove("210102002", null, DAY, null, null), 1, true);

        assertThat(preview.dryRun()).isTrue();
        assertThat(preview.units()).extracting(Unit::code).containsExactly("210102002003");
        assertThat(desk.units.get("210102001001", DAY).code()).isEqualTo("210102001001");
        assertThat(database.audit()).hasSize((int) audited);
    }

    @Test
    void eachChangeOfStructureIsOneAuditEntryAndOneEvent() {
        int audited = database.audit().size();
        int published = database.events().size();

        desk.move("210102001001", "210102002", DAY);

        assertThat(database.audit().subList(audited, database.audit().size()))
                .extracting(RecordedAudit::action, RecordedAudit::unit, RecordedAudit::reason)
                .containsExactly(tuple("organization.unit.moved", "210102001001", "调整"));
        assertThat(database.events().subList(published, database.events().size()))
                .extracting(RecordedEvent::name, RecordedEvent::aggregate)
                .containsExactly(tuple("organization.unit.moved", "unit/210102001001"));
    }

    @Test
    void theTreeShowsTheStructureOfTheDay() {
        desk.move("210102001001", "210102002", DAY);
        desk.move("210102001002002", "210102002002", DAY);

        var tree = desk.units.tree("210102", 2, DAY);

        assertThat(tree.below()).extracting(node -> node.unit().code()).containsExactly("210102001", "210102002");
        assertThat(tree.below().get(0).below())
                .extracting(node -> node.children())
                .containsExactly(1L);
        assertThat(tree.below().get(1).below())
                .extracting(node -> node.unit().code(), node -> node.children())
                .containsExactly(tuple("210102002001", 2L), tuple("210102002002", 3L), tuple("210102002003", 2L));
        assertThat(desk.units.ancestors("210102002003001", DAY))
                .extracting(Unit::code)
                .containsExactly("210102", "210102002", "210102002003");
    }

    @Test
    void theDirectoryKnowsTheRoot() {
        assertThat(desk.directory.root()).contains(new UnitRef("210102", "和平区", "district"));
        assertThat(desk.directory.scope("21", DAY).isEmpty()).isTrue();
    }

    @Test
    void aCallerSeesAndChangesOnlyTheirOwnUnits() {
        database.access()
                .signIn(
                        "street",
                        Map.of(
                                TerritoryPermissions.UNIT_READ, desk.directory.scope("210102001", DAY),
                                TerritoryPermissions.UNIT_EDIT, desk.directory.scope("210102001", DAY),
                                TerritoryPermissions.UNIT_RESTRUCTURE, desk.directory.scope("210102001", DAY)));

        assertThat(codes(new UnitFilter(null, null, null, null, null, null))).hasSize(7);
        assertThat(codes(UnitFilter.matching("001社", null))).containsExactly("210102001001");
        assertThat(found("001网格"))
                .extracting(Unit::above)
                .containsOnly(List.of("第001街道", "第001社区"), List.of("第001街道", "第002社区"));
        assertThat(desk.units.get("210102001001", null).above()).isNull();
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.units.get("210102002", null));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.units.get("210102009", null));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.units.history("210102002001"));
        assertRefused(Problem.Kind.FORBIDDEN, null, () -> desk.create("210102002", null, "外"));
        assertRefused(
                Problem.Kind.FORBIDDEN, null, () -> desk.editing.change("210102002", UnitChange.renamed("外", DAY), 1));
        assertRefused(
                Problem.Kind.FORBIDDEN,
                null,
                () -> desk.restructuring.move(
                        "210102001001", new UnitMove("210102002", null, DAY, null, null), 1, false));
        assertThat(desk.units.ancestors("210102001001", null))
                .extracting(Unit::code)
                .containsExactly("210102001");
    }

    @Test
    void whatIsFoundTellsWhereItLiesOnTheDayButNotWhatOneMayNotRead() {
        desk.move("210102001001", "210102002", DAY);

        assertThat(desk.units
                        .list(UnitFilter.matching("210102002003001", DAY), PageQuery.first())
                        .items())
                .extracting(Unit::above)
                .containsExactly(List.of("第002街道", "第001社区"));
        assertThat(desk.units
                        .list(UnitFilter.matching("第002街", DAY), PageQuery.first())
                        .items())
                .extracting(Unit::above)
                .containsExactly(List.of());
        database.access()
                .signIn("clerk", Map.of(TerritoryPermissions.UNIT_READ, desk.directory.scope("210102002003", DAY)));
        assertThat(found("001网格")).extracting(Unit::above).containsExactly(List.of("第001社区"));
    }

    private List<Unit> found(String text) {
        return desk.units
                .list(UnitFilter.matching(text, DAY), PageQuery.first())
                .items();
    }

    private List<String> codes(UnitFilter filter) {
        return desk.units.list(filter, PageQuery.first()).items().stream()
                .map(Unit::code)
                .toList();
    }

    private static void assertRefused(Problem.Kind kind, String field, Runnable work) {
        assertThatThrownBy(work::run)
                .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                .satisfies(problem -> {
                    assertThat(problem.kind()).isEqualTo(kind);
                    if (field != null) {
                        assertThat(problem.violations())
                                .extracting(Violation::field)
                                .contains(field);
                    }
                });
    }
}
