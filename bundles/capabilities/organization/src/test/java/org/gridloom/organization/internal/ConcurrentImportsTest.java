package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gridloom.organization.NewUnit;
import org.gridloom.organization.PartyOrganizationChange;
import org.gridloom.organization.PartyOrganizationFilter;
import org.gridloom.organization.PersonFilter;
import org.gridloom.organization.PostFilter;
import org.gridloom.organization.Unit;
import org.gridloom.organization.UnitFilter;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.sheet.ImportReport;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Lists that are imported at the same time, and while others work: each is taken whole, or refused in so many words. */
@Timeout(120)
class ConcurrentImportsTest {

    private static final int IMPORTS = 4;
    private static final int ROWS = 40;
    private static final String STREET = "210102001";
    private static final PageQuery ALL = new PageQuery(0, PageQuery.MAX_SIZE, List.of());
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private final ExecutorService threads = Executors.newFixedThreadPool(IMPORTS + 2);
    private PartyDesk party;
    private TerritoryDesk desk;

    @BeforeEach
    void aDistrict() {
        party = new PartyDesk(database).withParty();
        desk = party.territory;
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    /** Runs all at once; gives what each gave, nothing for one that was refused. */
    private <T> List<T> together(List<Callable<T>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        List<Future<T>> running = new ArrayList<>();
        for (Callable<T> work : works) {
            running.add(threads.submit(() -> {
                start.await();
                try {
                    return work.call();
                } catch (Problem refused) {
                    assertThat(refused.kind()).isIn(Problem.Kind.CONFLICT, Problem.Kind.CHANGED, Problem.Kind.INVALID);
                    return null;
                }
            }));
        }
        List<T> given = new ArrayList<>();
        for (Future<T> each : running) {
            T result = each.get();
            if (result != null) {
                given.add(result);
            }
        }
        return given;
    }

    private static String units(String word, int from) {
        return "code,parent,level,name\n"
                + IntStream.range(from, from + ROWS)
                        .mapToObj(i -> "%s%03d,%s,community,%s%d\n".formatted(STREET, i, STREET, word, i))
                        .collect(Collectors.joining());
    }

    private Callable<ImportReport> importing(String csv) {
        return () -> desk.unitImport().importCsv(in(csv), false, Progress.NONE);
    }

    private static ByteArrayInputStream in(String csv) {
        return new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8));
    }

    private List<Unit> communities() {
        return desk.units.list(UnitFilter.childrenOf(STREET, null), ALL).items();
    }

    @Test
    void oneListThatManyImportAtOnceIsWrittenOnce() throws Exception {
        List<ImportReport> reports = together(Collections.nCopies(IMPORTS, importing(units("新", 10))));

        assertThat(reports).hasSize(IMPORTS).allSatisfy(report -> {
            assertThat(report.violations()).isEmpty();
            assertThat(report.created() + report.unchanged()).isEqualTo(ROWS);
        });
        assertThat(reports)
                .extracting(ImportReport::created)
                .containsOnlyOnce(ROWS)
                .contains(0);
        assertThat(communities()).hasSize(2 + ROWS);
        assertThat(database.audit().stream().filter(it -> it.action().equals("organization.units.imported")))
                .hasSize(1);
    }

    @Test
    void ofListsThatContradictEachOtherOneIsTakenWhole() throws Exception {
        List<ImportReport> reports =
                together(List.of(importing(units("甲", 10)), importing(units("乙", 10)), importing(units("丙", 10))));

        assertThat(reports).hasSize(3);
        assertThat(reports.stream().filter(ImportReport::accepted))
                .singleElement()
                .satisfies(taken -> assertThat(taken.created()).isEqualTo(ROWS));
        assertThat(reports.stream().filter(report -> !report.accepted()))
                .allSatisfy(refused -> assertThat(refused.violations()).hasSize(ROWS));
        Set<String> words = communities().stream()
                .map(unit -> unit.name().substring(0, 1))
                .filter(word -> !word.equals("第"))
                .collect(Collectors.toSet());
        assertThat(words).hasSize(1);
    }

    @Test
    void aListThatComesWhileUnitsAreMadeAndCloseIsTakenWholeOrNotAtAll() throws Exception {
        for (int round = 0; round < 3; round++) {
            int from = 10 + round * ROWS;
            String word = "轮" + round + "-";
            String other = "手" + round + "-";
            int before = communities().size();
            List<ImportReport> reports = new ArrayList<>();
            List<Callable<Integer>> works = List.of(
                    () -> {
                        reports.add(importing(units(word, from)).call());
                        return 0;
                    },
                    () -> made(other + "a"),
                    () -> made(other + "b"),
                    () -> {
                        desk.create(STREET, "%s%03d".formatted(STREET, from + ROWS - 1), other + "c", DAY);
                        return 1;
                    });
            int made = together(works).stream().mapToInt(Integer::intValue).sum();

            int created = reports.stream().mapToInt(ImportReport::created).sum();
            List<Unit> after = communities();
            assertThat(created).isIn(0, ROWS);
            assertThat(after.stream().filter(unit -> unit.name().startsWith(word)))
                    .hasSize(created);
            assertThat(after).hasSize(before + created + made);
            assertThat(after).extracting(Unit::code).doesNotHaveDuplicates();
        }
    }

    /** Gives how many were made. */
    private int made(String word) {
        int made = 0;
        for (int i = 0; i < 5; i++) {
            try {
                desk.editing.create(NewUnit.named(STREET, word + i));
                made++;
            } catch (Problem refused) {
                assertThat(refused.kind()).isIn(Problem.Kind.CONFLICT, Problem.Kind.INVALID);
            }
        }
        return made;
    }

    private static String organizations(String word) {
        return "code,name,level,type,parent,seat,covers,validFrom\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "ZZ%d,%s%d,branch,branch,SQ,210102001001001,,2021-07-01\n".formatted(i, word, i))
                        .collect(Collectors.joining());
    }

    private Callable<ImportReport> founding(String word) {
        return () -> party.imports().partyOrganizations(in(organizations(word)), false, Progress.NONE);
    }

    @Test
    void organisationsThatManyImportAtOnceAreFoundedOnce() throws Exception {
        List<ImportReport> reports = together(Collections.nCopies(IMPORTS, founding("支部")));

        assertThat(reports).hasSize(IMPORTS).allMatch(ImportReport::accepted);
        assertThat(reports).extracting(ImportReport::created).containsOnlyOnce(ROWS);
        assertThat(reports).extracting(ImportReport::unchanged).contains(ROWS);
        assertThat(founded("支部")).isEqualTo(ROWS);
        assertThat(database.events().stream()
                        .filter(event -> event.name().equals("organization.party.founded"))
                        .filter(event -> event.aggregate().contains("ZZ")))
                .hasSize(ROWS);
    }

    @Test
    void organisationsAreImportedWholeWhileOneOfThemChanges() throws Exception {
        founding("旧").call();

        List<ImportReport> reports = together(List.of(founding("甲"), founding("乙"), () -> {
            party.party.change("ZZ7", new PartyOrganizationChange("改过", null, null, null, null, null, DAY, null), 1);
            return null;
        }));

        assertThat(reports).isNotEmpty();
        long first = founded("甲");
        long second = founded("乙");
        long old = founded("旧");
        long changed = founded("改过");
        assertThat(first + second + old + changed).isEqualTo(ROWS);
        assertThat(changed).isLessThanOrEqualTo(1);
        assertThat(List.of(first + changed, second + changed, old + changed)).contains((long) ROWS);
    }

    private long founded(String word) {
        return party.party
                .list(new PartyOrganizationFilter(null, null, null, null, word, null), ALL)
                .total();
    }

    @Test
    void peopleAndPostsThatManyImportAtOnceAreThereOnce() throws Exception {
        String csv = "person,name,unit,kind,at,validFrom\n"
                + IntStream.range(0, ROWS)
                        .mapToObj(i -> "P%d,人员%d,210102001001,committee-member,ZB,2021-07-01\n".formatted(i, i))
                        .collect(Collectors.joining());
        List<ImportReport> reports =
                together(Collections.nCopies(IMPORTS, () -> party.imports().posts(in(csv), false, Progress.NONE)));

        assertThat(reports).hasSize(IMPORTS).allMatch(ImportReport::accepted);
        assertThat(reports).extracting(ImportReport::created).containsOnlyOnce(2 * ROWS);
        assertThat(party.people.list(new PersonFilter(null, "人员", null), ALL).total())
                .isEqualTo(ROWS);
        assertThat(party.posts
                        .list(new PostFilter(null, null, "committee-member", null, null, null, false), ALL)
                        .total())
                .isEqualTo(ROWS);
    }
}
