package org.gridloom.platform.rules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rule.DocumentRegister;
import org.gridloom.platform.rule.RuleVersion;
import org.gridloom.platform.rules.internal.domain.RuleTable;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.SheetFormat;
import org.gridloom.platform.sheet.SheetQuery;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.RecordedEvent;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.unit.CodeRange;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @RegisterExtension
    final TestDatabase db = TestDatabase.of("org.gridloom.platform.rules");

    private Office office;

    @BeforeEach
    void open() {
        db.clock().set(TODAY);
        office = new Office(db);
        office.sets.addSet(Office.declared("5 WORK_DAYS"));
    }

    @Test
    void theVendorsDefaultHoldsUntilTheDistrictPublishes() {
        long vendors = office.rules.at(Office.SET, TODAY).id();
        assertThat(office.days(LocalDate.of(1999, 1, 1))).isEqualTo(5);

        RuleVersion published = office.publish(TODAY.plusDays(10), 3);

        assertThat(office.days(TODAY.plusDays(9))).isEqualTo(5);
        assertThat(office.days(TODAY.plusDays(10))).isEqualTo(3);
        assertThat(office.rules.version(vendors).rows()).hasSize(1);
        assertThat(office.rules.version(published.id())).isEqualTo(published);
        assertThat(db.audit())
                .extracting(RecordedAudit::action)
                .containsExactly("rules.version.published", "rules.draft.created", "rules.version.published");
        assertThat(db.events()).extracting(RecordedEvent::name).containsExactly("rules.version.published");
    }

    @Test
    void aLaterModulesDefaultHoldsFromTheDayItCame() {
        long first = office.rules.at(Office.SET, TODAY).id();
        Office updated = new Office(db);
        updated.sets.addSet(Office.declared("7 WORK_DAYS"));
        updated.sets.addSet(Office.declared("7 WORK_DAYS"));

        assertThat(updated.days(TODAY.minusDays(1))).isEqualTo(5);
        assertThat(updated.days(TODAY)).isEqualTo(7);
        assertThat(updated.rules.version(first).rows().get(0).duration("time").amount())
                .isEqualTo(5);
        assertThat(updated.editing.history(Office.SET)).hasSize(2);
    }

    @Test
    void whatIsInForceIsNeitherChangedNorTakenBack() {
        RuleVersion future = office.publish(TODAY.plusDays(1), 3);
        RuleVersion current = office.publish(TODAY, 4);

        assertRefused(
                Problem.Kind.CONFLICT,
                () -> office.editing.change(current.id(), Office.draft(TODAY, 9), current.version()));
        assertRefused(Problem.Kind.CONFLICT, () -> office.editing.withdraw(current.id(), "误发", current.version()));
        assertRefused(
                Problem.Kind.INVALID, () -> office.editing.draft(Office.SET, Office.draft(TODAY.minusDays(1), 2)));
        assertRefused(Problem.Kind.CONFLICT, () -> office.publish(TODAY, 6));

        office.editing.withdraw(future.id(), "推迟施行", future.version());

        assertThat(office.days(TODAY.plusDays(1))).isEqualTo(4);
        assertThat(db.events()).extracting(RecordedEvent::name).contains("rules.version.withdrawn");
    }

    @Test
    void theSecondEditorOfADraftIsToldThatItChanged() {
        RuleVersion draft = office.editing.draft(Office.SET, Office.draft(TODAY, 3));
        RuleVersion changed = office.editing.change(draft.id(), Office.draft(TODAY, 4), draft.version());

        assertRefused(
                Problem.Kind.CHANGED, () -> office.editing.change(draft.id(), Office.draft(TODAY, 5), draft.version()));
        assertRefused(Problem.Kind.CHANGED, () -> office.editing.publish(draft.id(), draft.version()));
        office.editing.discard(draft.id(), changed.version());
        assertRefused(Problem.Kind.NOT_FOUND, () -> office.editing.version(draft.id()));
    }

    @Test
    void aCitedDocumentMustBeInForceOnTheFirstDay() {
        office.citations.use(number -> number.equals(Office.DOCUMENT)
                ? Optional.of(new DocumentRegister.Entry(number, "意见", TODAY, TODAY.plusDays(30)))
                : Optional.empty());

        assertRefused(Problem.Kind.INVALID, () -> office.publish(TODAY.plusDays(30), 3));
        assertThatThrownBy(() -> office.editing.draft(
                        Office.SET, new RuleDraft(TODAY, List.of("无此文"), null, List.of(Office.row("一般", "x")))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(Violation::field)
                                .containsExactly("basis", "time"));
        assertThat(office.publish(TODAY.plusDays(29), 3).state()).isEqualTo("published");
    }

    @Test
    void atEveryDateThereIsExactlyOneAnswerWhateverIsPublishedAndWithdrawn() {
        Random random = new Random(20260601);
        TreeMap<LocalDate, RuleVersion> expected = new TreeMap<>();
        for (int step = 0; step < 60; step++) {
            LocalDate from = TODAY.plusDays(1 + random.nextInt(40));
            if (random.nextInt(3) > 0 && !expected.containsKey(from)) {
                expected.put(from, office.publish(from, 1 + random.nextInt(90)));
            } else if (!expected.isEmpty()) {
                LocalDate key = new ArrayList<>(expected.keySet()).get(random.nextInt(expected.size()));
                RuleVersion gone = expected.remove(key);
                office.editing.withdraw(gone.id(), "试验", gone.version());
            }
            for (int day = 0; day < 45; day++) {
                LocalDate date = TODAY.plusDays(day);
                Map.Entry<LocalDate, RuleVersion> entry = expected.floorEntry(date);
                RuleVersion answer = office.rules.at(Office.SET, date);
                if (entry == null) {
                    assertThat(answer.state()).isEqualTo("default");
                } else {
                    assertThat(answer.id()).isEqualTo(entry.getValue().id());
                }
            }
        }
    }

    @Test
    void ofSeveralWhoPublishForTheSameDayOneSucceeds() throws Exception {
        List<RuleVersion> drafts = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            drafts.add(office.editing.draft(Office.SET, Office.draft(TODAY, i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(drafts.size());
        List<Callable<Boolean>> work = drafts.stream()
                .<Callable<Boolean>>map(draft -> () -> db.access().asSystem("test", () -> isPublished(draft)))
                .toList();
        int published = 0;
        for (Future<Boolean> each : threads.invokeAll(work)) {
            published += each.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(published).isEqualTo(1);
        assertThat(office.editing.history(Office.SET))
                .filteredOn(version -> version.state().equals("published"))
                .hasSize(1);
    }

    private boolean isPublished(RuleVersion draft) {
        try {
            office.editing.publish(draft.id(), draft.version());
            return true;
        } catch (Problem problem) {
            assertThat(problem.kind()).isIn(Problem.Kind.CONFLICT, Problem.Kind.UNAVAILABLE);
            return false;
        }
    }

    @Test
    void oneRowIsChangedByAVersionOfItsOwn() {
        RuleVersion made = office.editing.edit(Office.SET, Office.row("重大", "1 工作日"), TODAY, List.of(Office.DOCUMENT));
        office.editing.edit(Office.SET, Office.row("一般", "9 工作日"), TODAY.plusDays(1), List.of(Office.DOCUMENT));

        RuleVersion last = office.rules.at(Office.SET, TODAY.plusDays(1));
        assertThat(last.rows()).hasSize(2);
        assertThat(office.editing.changes(last.id(), made.id()))
                .extracting(RuleTable.Change::key)
                .containsExactly(Map.of("kind", "一般"));
    }

    @Test
    void aTableComesBackAsItWasExportedInEitherLanguageAndKindOfFile() throws IOException {
        office.publish(TODAY, 8);
        for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            for (SheetFormat format : SheetFormat.values()) {
                ByteArrayOutputStream file = new ByteArrayOutputStream();
                office.lists.export(sheet(draft -> {}), new SheetQuery(Map.of(), null), format, locale, file);

                RuleVersion draft = office.tables.draft(
                        Office.SET,
                        new ByteArrayInputStream(file.toByteArray()),
                        TODAY.plusDays(1),
                        List.of(Office.DOCUMENT));

                assertThat(draft.rows())
                        .isEqualTo(office.rules.at(Office.SET, TODAY).rows());
            }
        }
    }

    @Test
    void everyFaultOfAFileIsNamedByItsRowAndNothingIsDrafted() {
        int before = office.editing.history(Office.SET).size();
        assertThatThrownBy(() -> office.tables.draft(
                        Office.SET, stream("办理时限表\n种类,时限\n一般,明天\n重大,3 个工作日\n重大,\n"), TODAY, List.of(Office.DOCUMENT)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(fault -> fault.row() + fault.field())
                                .containsExactly("3时限", "5时限", "5种类"));
        assertThat(office.editing.history(Office.SET)).hasSize(before);
    }

    @Test
    void aFileWithoutRowsIsNoTable() {
        assertThatThrownBy(() -> office.tables.draft(Office.SET, stream("种类,时限\n"), TODAY, List.of(Office.DOCUMENT)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(Violation::field)
                                .containsExactly("file"));
    }

    @Test
    void aListThatIsImportedTellsWhatItChangesAndWaitsForItsDocuments() throws IOException {
        office.publish(TODAY, 8);
        List<RuleVersion> drafts = new ArrayList<>();
        String csv = "种类,时限\n一般,8 个工作日\n重大,1 个工作日\n";

        ImportReport tried = office.lists.load(sheet(drafts::add), stream(csv), true, Progress.NONE);
        assertThat(List.of(tried.created(), tried.updated(), tried.unchanged())).containsExactly(1, 0, 1);
        assertThat(drafts).isEmpty();

        office.lists.load(sheet(drafts::add), stream(csv), false, Progress.NONE);
        RuleVersion draft = drafts.get(0);
        assertThat(draft.validFrom()).isEqualTo(TODAY);
        assertThatThrownBy(() -> office.editing.publish(draft.id(), draft.version()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.violations())
                                .extracting(Violation::field)
                                .containsExactly("basis"));
    }

    private RuleSheet sheet(Consumer<RuleVersion> made) {
        return new RuleSheet(office.sets.get(Office.SET), office.editing, new RuleSheet.Terms(null, List.of()), made);
    }

    @Test
    void onlyTheWholeDistrictsEditorsSetRules() {
        UnitScope street = new UnitScope(List.of(new CodeRange("210102001", "210102002")));
        db.access().signIn("street", Map.of(Permissions.RULES_EDIT, street, Permissions.RULES_READ, street));

        assertRefused(Problem.Kind.FORBIDDEN, () -> office.publish(TODAY, 3));
        assertThat(office.editing.sets()).hasSize(1);
        db.access().signIn("nobody", Map.of());
        assertRefused(Problem.Kind.FORBIDDEN, () -> office.editing.sets());
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(Problem.Kind kind, ThrowingCallable use) {
        assertThatThrownBy(use)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.kind())
                                .as(problem.text().en() + problem.violations())
                                .isEqualTo(kind));
    }
}
