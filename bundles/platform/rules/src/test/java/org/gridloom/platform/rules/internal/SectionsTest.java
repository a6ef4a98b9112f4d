package org.gridloom.platform.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules and calendar as sections of the district's file. */
class SectionsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @RegisterExtension
    final TestDatabase db = TestDatabase.of("org.gridloom.platform.rules");

    private Office office;
    private RulesSection rules;
    private CalendarSection calendar;

    @BeforeEach
    void open() {
        db.clock().set(TODAY);
        office = new Office(db);
        office.sets.addSet(Office.declared("5 WORK_DAYS"));
        rules = new RulesSection(office.editing, office.sets, office.book);
        calendar = new CalendarSection(office.calendars, office.calendar);
    }

    private static Map<String, Object> table(String time) {
        return Map.of("basis", List.of(Office.DOCUMENT), "rows", List.of(Map.of("kind", "一般", "time", time)));
    }

    private static Object checked(AssemblySection section, Object value) {
        AssemblyPart part = AssemblyPart.of(section.key(), value);
        Object wanted = section.check(part);
        assertThat(part.faults()).isEmpty();
        assertThat(part.absences()).isEmpty();
        return wanted;
    }

    private static List<Violation> faults(AssemblySection section, Object value) {
        AssemblyPart part = AssemblyPart.of(section.key(), value);
        section.check(part);
        return part.faults();
    }

    @Test
    void theVendorsDefaultIsNoRuleOfTheDistrict() {
        assertThat(rules.export()).isEqualTo(Map.of());
        assertThat(calendar.export()).isEqualTo(Map.of());
    }

    @Test
    void whatTheFileWantsIsPublishedFromTodayOnAndExportedAsItIs() {
        Object wanted = checked(rules, Map.of(Office.SET, table("3 个工作日")));

        rules.apply(wanted);

        assertThat(office.days(TODAY)).isEqualTo(3);
        assertThat(rules.export()).isEqualTo(wanted);
        assertThat(checked(rules, rules.export())).isEqualTo(rules.export());
        assertThat(office.rules.cited()).containsExactly(Office.DOCUMENT);
    }

    @Test
    void faultsOfATableAreToldWhereTheyAre() {
        assertThat(faults(
                        rules,
                        Map.of(
                                Office.SET,
                                Map.of(
                                        "rows",
                                        List.of(
                                                Map.of("kind", "一般", "time", "3 WORK_DAYS"),
                                                Map.of("kind", "一般", "time", "soon"))))))
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "rules/" + Office.SET,
                        "rules/" + Office.SET + "/rows/1/kind",
                        "rules/" + Office.SET + "/rows/1/time");
    }

    @Test
    void aSetThatIsNotThereMayCome() {
        AssemblyPart part = AssemblyPart.of("rules", Map.of("points.rates", table("3 WORK_DAYS")));

        rules.check(part);

        assertThat(part.faults()).isEmpty();
        assertThat(part.absences()).extracting(Violation::field).containsExactly("rules/points.rates");
    }

    @Test
    void whatIsInForceIsNotTakenBackAndWhatBeganTodayNotReplaced() {
        rules.apply(checked(rules, Map.of(Office.SET, table("3 WORK_DAYS"))));

        assertThatThrownBy(() -> rules.apply(checked(rules, Map.of())))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .containsExactly("rules"));
        assertThatThrownBy(() -> rules.apply(checked(rules, Map.of(Office.SET, table("4 WORK_DAYS")))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .containsExactly("rules/" + Office.SET));

        db.clock().set(TODAY.plusDays(1));
        rules.apply(checked(rules, Map.of(Office.SET, table("4 WORK_DAYS"))));

        assertThat(office.days(TODAY.plusDays(1))).isEqualTo(4);
    }

    @Test
    void aYearIsSetAndExportedAsItIs() {
        Object wanted = checked(
                calendar,
                Map.of(
                        "2027",
                        Map.of(
                                "basis",
                                Office.DOCUMENT,
                                "holidays",
                                Map.of("2027-01-01", "元旦"),
                                "workDays",
                                Map.of("2027-01-02", ""))));

        calendar.apply(wanted);

        assertThat(office.calendar.isWorkDay(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(office.calendar.isWorkDay(LocalDate.of(2027, 1, 2))).isTrue();
        assertThat(calendar.export()).isEqualTo(wanted);
        assertThat(office.rules.cited()).containsExactly(Office.DOCUMENT);
        assertThatThrownBy(() -> calendar.apply(Map.of())).isInstanceOf(Problem.class);
    }

    @Test
    void faultsOfAYearAreToldWhereTheyAre() {
        assertThat(faults(
                        calendar,
                        Map.of(
                                "2027",
                                Map.of("holidays", Map.of("2026-01-01", "x"), "workDays", Map.of("2027-02-30", "")))))
                .extracting(Violation::field, fault -> fault.message().en())
                .containsExactlyInAnyOrder(
                        tuple("calendar/2027", "Lacks basis"),
                        tuple("calendar/2027/holidays/2026-01-01", "Must be a date of 2027, and there once"),
                        tuple("calendar/2027/workDays/2027-02-30", "Must be a date of 2027, and there once"));
        assertThat(faults(calendar, Map.of("next", Map.of("basis", "x"))))
                .extracting(Violation::field)
                .containsExactly("calendar/next");
    }
}
