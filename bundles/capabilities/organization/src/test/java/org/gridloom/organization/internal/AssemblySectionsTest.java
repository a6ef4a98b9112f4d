package org.gridloom.organization.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.organization.PartyLevel;
import org.gridloom.organization.internal.assembly.VocabularySection;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.testkit.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The district's words as a section of its file. */
class AssemblySectionsTest {

    @RegisterExtension
    final TestDatabase database = TestDatabase.of("org.gridloom.organization", "org.gridloom.platform.states");

    private PartyDesk desk;
    private VocabularySection section;

    @BeforeEach
    void aDistrict() {
        desk = new PartyDesk(database);
        section = new VocabularySection(desk.vocabulary, desk.desk);
    }

    /** What is in force, to be changed. */
    private Map<String, Map<String, Object>> words() {
        Map<String, Map<String, Object>> words = new LinkedHashMap<>();
        ((Map<?, ?>) section.export()).forEach((group, entries) -> {
            Map<String, Object> copy = new LinkedHashMap<>();
            ((Map<?, ?>) entries).forEach((code, entry) -> copy.put(code.toString(), entry));
            words.put(group.toString(), copy);
        });
        return words;
    }

    private List<Violation> faults(Object words) {
        AssemblyPart part = AssemblyPart.of("vocabulary", words);
        section.check(part);
        return part.faults();
    }

    private void apply(Object words) {
        AssemblyPart part = AssemblyPart.of("vocabulary", words);
        Object wanted = section.check(part);
        assertThat(part.faults()).isEmpty();
        section.apply(wanted);
    }

    private static Map<String, Object> level(int position) {
        return Map.of("zh", "单元党小组", "en", "entrance group", "position", Integer.toString(position));
    }

    @Test
    void whatIsExportedIsWhatTheFileWantsThen() {
        AssemblyPart part = AssemblyPart.of("vocabulary", section.export());

        assertThat(section.check(part)).isEqualTo(section.export());
        assertThat(part.faults()).isEmpty();
    }

    @Test
    void aDistrictOfFiveLevelsHasNoneOfTheSixth() {
        Map<String, Map<String, Object>> words = words();
        words.get("levels").remove("host-household");
        words.get("types").remove("household");
        words.get("posts").remove("host");

        apply(words);

        assertThat(desk.vocabulary.partyLevels())
                .extracting(PartyLevel::code)
                .containsExactly("committee", "street", "community", "branch", "building-group");
        assertThat(section.export()).isEqualTo(words);
    }

    @Test
    void aLevelComesWithItsTypeAndItsPost() {
        Map<String, Map<String, Object>> words = words();
        words.get("levels").put("entrance-group", level(7));
        words.get("types")
                .put(
                        "entrance",
                        Map.of("zh", "小组", "en", "group", "family", "party", "levels", List.of("entrance-group")));
        words.get("posts")
                .put(
                        "entrance-head",
                        Map.of(
                                "zh",
                                "组长",
                                "en",
                                "head",
                                "holder",
                                "party",
                                "duty",
                                "lead",
                                "single",
                                "true",
                                "places",
                                List.of("entrance-group")));

        apply(words);

        assertThat(section.export()).isEqualTo(words);
    }

    @Test
    void whatIsUsedIsNotRemovedAndTheFileIsToldWhere() {
        desk.withParty();
        Map<String, Map<String, Object>> words = words();
        words.get("types").remove("working-committee");

        assertThatThrownBy(() -> apply(words))
                .isInstanceOfSatisfying(
                        Problem.class,
                        refused -> assertThat(refused.violations())
                                .extracting(Violation::field)
                                .containsExactly("vocabulary/types/working-committee"));
    }

    @Test
    void faultsAreToldWhereTheyAre() {
        Map<String, Map<String, Object>> words = words();
        words.get("levels").put("x", Map.of("zh", "层", "position", "many", "colour", "red"));
        words.get("types").put("t", Map.of("zh", "型", "en", "type", "family", "friends"));
        words.get("posts")
                .put(
                        "p",
                        Map.of("zh", "职", "en", "post", "holder", "party", "duty", "rest", "places", List.of("roof")));

        assertThat(faults(words))
                .extracting(Violation::field)
                .contains(
                        "vocabulary/levels/x",
                        "vocabulary/levels/x/position",
                        "vocabulary/levels/x/colour",
                        "vocabulary/types/t/family",
                        "vocabulary/posts/p/duty",
                        "vocabulary/posts/p/places/0");
        assertThat(faults(Map.of("levels", Map.of(), "types", "many")))
                .extracting(Violation::field, fault -> fault.message().en())
                .contains(
                        tuple("vocabulary", "Lacks posts"),
                        tuple("vocabulary/types", "Must be a map of keys and values"));
    }

    @Test
    void aLevelThatATypeNamesMustBeInTheFile() {
        Map<String, Map<String, Object>> words = words();
        words.get("levels").remove("host-household");

        assertThat(faults(words))
                .extracting(Violation::field)
                .isSubsetOf(Set.of("vocabulary/types/household/levels/0", "vocabulary/posts/host/places/0"))
                .hasSize(2);
    }
}
