package org.gridloom.platform.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.settings.internal.domain.Setting;
import org.gridloom.platform.testkit.TestDatabase;

/** Whatever somebody sets, sensible or not. */
class RandomValuesTest {

    private static final List<String> KEYS =
            Gate.declared().settings().stream().map(Setting::key).toList();

    /** What is asked for. */
    record Wish(String key, List<String> values) {}

    @Provide
    Arbitrary<List<Wish>> wishes() {
        Arbitrary<List<String>> values = values().list().ofMinSize(0).ofMaxSize(4);
        return Combinators.combine(Arbitraries.of(KEYS), Arbitraries.oneOf(values().map(List::of), values))
                .as(Wish::new)
                .list()
                .ofMinSize(3)
                .ofMaxSize(15);
    }

    /** Values that some setting takes, those at the edges, and anything at all. */
    private static Arbitrary<String> values() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(-2, 70).map(String::valueOf),
                Arbitraries.of(
                        "true", "false", "lax", "strict", "0.5", "1e0", "NaN", "9223372036854775807", "1.", "+5"),
                Arbitraries.of(
                        "",
                        " ",
                        " a ",
                        "a,b",
                        "a=b",
                        "# a",
                        "\\",
                        "\\n",
                        "\"a\"",
                        "x\u00a0",
                        "\ud83d\ude00",
                        "\ud83d",
                        "五个字的名"),
                Arbitraries.strings().all().ofMaxLength(6));
    }

    @Property(tries = 40)
    void whatIsAcceptedHoldsAsItWasGivenAndWhatIsRefusedLeavesTheOldAfterARestartAndInAFileToo(
            @ForAll("wishes") List<Wish> wishes) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target"), "settings-");
        try (TestDatabase db = TestDatabase.of("org.gridloom.platform.settings")) {
            District district = new District(db, folder);
            Map<String, List<String>> model = new HashMap<>();
            for (Wish wish : wishes) {
                if (isAccepted(district, wish)) {
                    model.put(wish.key(), wish.values());
                }
                assertThat(held(district)).isEqualTo(model);
            }
            assertThat(held(new District(db, folder))).isEqualTo(model);

            requireTheFileToHold(district, model);
        }
    }

    private static boolean isAccepted(District district, Wish wish) {
        try {
            district.editing.change(Gate.NAME, Map.of(wish.key(), wish.values()), null, null);
            return true;
        } catch (Problem refused) {
            assertThat(refused.kind()).isEqualTo(Problem.Kind.INVALID);
            assertThat(refused.violations()).isNotEmpty();
            return false;
        }
    }

    /** A file has everything but secrets. */
    private static void requireTheFileToHold(District district, Map<String, List<String>> model) {
        String text = district.editing.export(Gate.NAME);
        Map<String, List<String>> none = new HashMap<>();
        List<String> keys = new ArrayList<>(model.keySet());
        keys.remove(".token");
        keys.forEach(key -> none.put(key, null));
        if (!keys.isEmpty()) {
            district.editing.change(Gate.NAME, none, null, null);
            assertThat(held(district)).doesNotContainKeys(keys.toArray(String[]::new));
            district.editing.load(Gate.NAME, text, null);
        }
        assertThat(held(district)).isEqualTo(model);
    }

    private static Map<String, List<String>> held(District district) {
        return district.container.getOrDefault(Gate.NAME, Map.of());
    }
}
