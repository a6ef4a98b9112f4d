package org.gridloom.platform.assembly.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.assembly.internal.DistrictAssembly.Applied;
import org.gridloom.platform.assembly.internal.file.Difference;
import org.gridloom.platform.assembly.internal.modules.CapabilitySection;
import org.gridloom.platform.assembly.internal.modules.PackSection;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.testkit.RecordedAudit;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.unit.UnitScope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DistrictAssemblyTest {

    @RegisterExtension
    final TestDatabase db = TestDatabase.of();

    @TempDir
    Path data;

    private final Shelf shelf = new Shelf();
    private final Sections sections = new Sections();
    private Drawer words;
    private Drawer rules;
    private DistrictAssembly assembly;

    @BeforeEach
    void aDistrict() {
        shelf.versions.putAll(
                Map.of("posts", List.of("1.2", "1.0"), "points", List.of("1.0"), "pack-north", List.of("1.0")));
        shelf.wanted.put("posts", "1.0");
        words = new Drawer("words", 40, db.platform());
        rules = new Drawer("rules", 80, db.platform());
        List.of(words, rules, new CapabilitySection(shelf), new PackSection(shelf))
                .forEach(sections::add);
        assembly = new DistrictAssembly(
                db.platform(), db.access(), sections, shelf, new AssemblyFiles(TestFiles.in(data)));
    }

    private Applied apply(String text) {
        return apply(text, false);
    }

    private Applied apply(String text, boolean dryRun) {
        try {
            Files.writeString(data.resolve("district.yaml"), text);
            return assembly.apply("district.yaml", dryRun);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Violation> faults(String text, boolean dryRun) {
        int audited = db.audit().size();
        Map<String, String> wanted = shelf.wanted();
        Problem[] refused = new Problem[1];
        assertThatThrownBy(() -> apply(text, dryRun))
                .isInstanceOfSatisfying(Problem.class, problem -> refused[0] = problem);
        assertThat(db.audit()).hasSize(audited);
        assertThat(shelf.wanted()).isEqualTo(wanted);
        assertThat(words.records).doesNotContainValue("new");
        return refused[0].violations();
    }

    @Test
    void aDistrictBecomesWhatTheFileSaysAndTheSecondTimeNothingChanges() {
        String file = """
                capabilities: {posts: 1.0, points: 1.0}
                packs: [pack-north]
                words: {a: one, b: two}
                rules: {r: three}
                """;

        Applied applied = apply(file);

        assertThat(applied.differences())
                .extracting(Difference::path)
                .containsExactly("capabilities/points", "packs", "words/a", "words/b", "rules/r");
        assertThat(words.records).isEqualTo(Map.of("a", "one", "b", "two"));
        assertThat(shelf.history).containsExactly("+points 1.0", "+pack-north");
        assertThat(db.audit())
                .extracting(RecordedAudit::action)
                .containsExactly("drawer.filled", "drawer.filled", "assembly.file.applied");

        int audited = db.audit().size();
        assertThat(apply(file).differences()).isEmpty();
        assertThat(db.audit()).hasSize(audited);
        assertThat(shelf.history).hasSize(2);
    }

    @Test
    void whatIsExportedDiffersInNothingFromWhatRuns() throws IOException {
        apply("capabilities: {points: 1.0}\npacks: [pack-north]\nwords: {a: one}\nrules: {}\n");

        assembly.export("out.yaml");

        assertThat(assembly.differences("out.yaml")).isEmpty();
        assertThat(assembly.differences("out.yaml", "district.yaml")).isEmpty();
        assertThat(apply(Files.readString(data.resolve("out.yaml"))).differences())
                .isEmpty();
    }

    @Test
    void aSectionThatIsThereIsWholeAndOneThatIsNotStays() {
        apply("words: {a: one, b: two}\nrules: {r: three}\n");

        apply("words: {b: two}\n");

        assertThat(words.records).isEqualTo(Map.of("b", "two"));
        assertThat(rules.records).isEqualTo(Map.of("r", "three"));
        assertThat(shelf.wanted()).containsOnlyKeys("posts");
    }

    @Test
    void whatIsNotWantedAnyMoreGoesAtLast() {
        apply("capabilities: {points: 1.0}\npacks: []\n");

        assertThat(shelf.wanted()).containsOnlyKeys("points");
        assertThat(shelf.history).containsExactly("+points 1.0", "-posts");
    }

    @Test
    void everyFaultIsToldByItsLineAndNothingIsChanged() {
        assertThat(faults("words:\n  a: new\n  b: bad\nrules:\n  r: bad\ncapabilities: {posts: 2.0}\n", false))
                .extracting(
                        Violation::row,
                        Violation::field,
                        fault -> fault.message().en())
                .containsExactly(
                        tuple(3, "words/b", "is bad"),
                        tuple(5, "rules/r", "is bad"),
                        tuple(6, "capabilities/posts", "Is not here in this version; there are: 1.2, 1.0"));
    }

    @Test
    void whatIsNotThereIsRefusedWithWhatIs() {
        assertThat(faults("words: {a: new}\ncapabilities:\n  pots: 1.0\npacks:\n  - points\n", false))
                .extracting(Violation::row, fault -> fault.message().en())
                .containsExactly(
                        tuple(3, "There is no such capability here; there are: points, posts"),
                        tuple(5, "There is no such pack here; there are: pack-north"));
        assertThat(faults("words: {a: new}\nrule: {r: x}\n", false))
                .extracting(Violation::row, fault -> fault.message().en())
                .containsExactly(tuple(2, "There is no such section; there are: capabilities, packs, words, rules"));
    }

    @Test
    void whatIsRefusedLateRollsBackWhatWasWrittenBefore() {
        assertThat(faults("words: {a: new}\nrules:\n  r: late\n", false))
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(3, "rules/r"));
        assertThat(faults("words: {a: new}\nrules:\n  r: late\n", true))
                .extracting(Violation::row)
                .containsExactly(3);
    }

    @Test
    void aDryRunTellsAllAndChangesNothing() {
        Applied tried = apply("words: {a: one}\npacks: [pack-north]\n", true);

        assertThat(tried.differences()).extracting(Difference::path).containsExactly("packs", "words/a");
        assertThat(db.audit()).isEmpty();
        assertThat(words.records).isEmpty();
        assertThat(shelf.history).isEmpty();
    }

    @Test
    void aCapabilityJudgesItsPartWhenItIsInstalled() {
        Drawer points = new Drawer("points", 90, db.platform());
        shelf.changed = () -> {
            sections.remove(points);
            if (shelf.wanted.containsKey("points")) {
                sections.add(points);
            }
        };
        String file = "capabilities: {posts: 1.0, points: 1.0}\nwords: {a: one}\npoints:\n  p: ";

        assertThat(apply(file + "one\n", true).later())
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(3, "points"));
        assertThat(faults(file + "bad\n", false))
                .extracting(Violation::row, Violation::field)
                .containsExactly(tuple(4, "points/p"));
        assertThat(shelf.history).containsExactly("+points 1.0", "-points");

        apply(file + "one\n");

        assertThat(points.records).isEqualTo(Map.of("p", "one"));
        assertThat(shelf.wanted()).containsOnlyKeys("posts", "points");
    }

    @Test
    void aCapabilityIsUpdatedToTheVersionOfTheFile() {
        String file = "capabilities: {posts: 1.2}\nwords: {a: one}\n";

        assertThat(apply(file, true).differences()).contains(new Difference("capabilities/posts", "1.0", "1.2"));
        assertThat(shelf.history).isEmpty();
        assertThat(apply(file).differences()).hasSize(2);
        assertThat(shelf.wanted()).isEqualTo(Map.of("posts", "1.2"));
        assertThat(assembly.export()).contains("posts: 1.2");
        assertThat(apply(file).differences()).isEmpty();
        assertThat(shelf.history).containsExactly("+posts 1.2");
    }

    @Test
    void whatRunsInANewerVersionIsNotTakenBackByAFile() {
        shelf.wanted.put("posts", "1.2");

        assertThat(faults("words: {a: new}\ncapabilities:\n  posts: 1.0\n", false))
                .extracting(Violation::row, fault -> fault.message().en())
                .containsExactly(tuple(3, "Runs in the newer version 1.2: the way back is module:rollback posts"));
    }

    @Test
    void anUpdateIsTakenBackWhereARecordIsRefused() {
        assertThat(faults("capabilities: {posts: 1.2}\nwords: {a: new}\nrules:\n  r: late\n", false))
                .extracting(Violation::row)
                .containsExactly(4);
        assertThat(shelf.history).containsExactly("+posts 1.2", "-posts");
    }

    @Test
    void whatCannotBeTakenBackIsToldBesideTheReason() {
        shelf.leadsBack = false;

        assertThatThrownBy(() -> apply("capabilities: {posts: 1.2}\nrules:\n  r: late\n"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations())
                                .extracting(
                                        Violation::field,
                                        fault -> fault.message().en())
                                .containsExactly(
                                        tuple("rules/r", "is late"), tuple("capabilities", "There is no way back")));
    }

    @Test
    void whoMayNotIsRefusedBeforeTheFileIsLookedAt() {
        db.access().signIn("grid-worker", Map.of(Permissions.READ, UnitScope.nowhere()));

        assertThatThrownBy(() -> assembly.apply("nosuch.yaml", true))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThatThrownBy(() -> assembly.differences("nosuch.yaml"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThatThrownBy(() -> assembly.export("new.yaml"))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
        assertThat(data.resolve("new.yaml")).doesNotExist();
    }

    @Test
    void anExportIsANewFile() throws IOException {
        assembly.export("out.yaml");

        assertThatThrownBy(() -> assembly.export("out.yaml"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .containsExactly("file"));
        assertThatThrownBy(() -> assembly.export("no/such/folder.yaml")).isInstanceOf(Problem.class);
    }
}
