package org.gridloom.platform.modules.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.features.internal.model.Dependency;
import org.apache.karaf.features.internal.model.Feature;
import org.gridloom.platform.modules.internal.karaf.FeatureSet;
import org.junit.jupiter.api.Test;

class TwoVersionsTest {

    private static final Feature PLATFORM = feature("platform", "1.0.0");
    private static final Feature ORGANIZATION = feature("organization", "1.0.0", "platform");
    private static final Feature TRAINING = feature("training", "1.0.0", "organization");
    private static final Feature SNOW = feature("snow", "1.0.0", "organization");

    private static Feature feature(String name, String version, String... needs) {
        Feature feature = new Feature(name, version);
        Arrays.stream(needs).forEach(need -> feature.getFeature().add(new Dependency(need, "0.0.0")));
        return feature;
    }

    private static List<Objection> objections(Set<String> roots, Feature... available) {
        FeatureSet after = new FeatureSet(roots, List.of(available));
        Target target = new Target(Action.INSTALL, "snow", Optional.empty(), Optional.of("1.0.0"), Optional.empty());
        return new TwoVersions().objections(new Prospect(target, List.of(), Map.of(), List.of(), after, after, null));
    }

    @Test
    void aFileThatCarriesAnotherVersionOfWhatOthersNeedIsRefused() {
        List<Objection> objections = objections(
                Set.of("organization", "training", "snow"),
                PLATFORM,
                ORGANIZATION,
                feature("organization", "2.0.0", "platform"),
                TRAINING,
                SNOW);
        assertThat(objections).extracting(Objection::code).containsOnly("two-versions");
        assertThat(objections)
                .extracting(objection -> objection.text().en())
                .anyMatch(text -> text.contains("organization") && text.contains("training"));
    }

    @Test
    void oneVersionOfEachIsFine() {
        assertThat(objections(Set.of("organization", "training", "snow"), PLATFORM, ORGANIZATION, TRAINING, SNOW))
                .isEmpty();
    }
}
