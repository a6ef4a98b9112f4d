package org.gridloom.platform.modules.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.karaf.features.internal.model.Bundle;
import org.apache.karaf.features.internal.model.Dependency;
import org.apache.karaf.features.internal.model.Feature;
import org.junit.jupiter.api.Test;

class FeatureSetTest {

    private final List<org.apache.karaf.features.Feature> available = new ArrayList<>(List.of(
            feature("platform", "1.0.0"),
            feature("organization", "1.0.0", "platform"),
            feature("organization", "1.1.0", "platform"),
            feature("training", "1.0.0", "organization")));

    private static Feature feature(String name, String version, String... needs) {
        Feature feature = new Feature(name, version);
        feature.getBundle().add(new Bundle("mvn:x/" + name + "/" + version));
        Arrays.stream(needs).forEach(need -> feature.getFeature().add(new Dependency(need, "0.0.0")));
        return feature;
    }

    @Test
    void whoNeedsAnyVersionGetsTheNewest() {
        assertThat(new FeatureSet(Set.of("training"), available).bundles())
                .containsExactlyInAnyOrder("mvn:x/training/1.0.0", "mvn:x/organization/1.1.0", "mvn:x/platform/1.0.0");
    }

    @Test
    void aRangeIsHeld() {
        assertThat(new FeatureSet(Set.of("organization/[1.0.0,1.0.0]"), available).bundles())
                .containsExactlyInAnyOrder("mvn:x/organization/1.0.0", "mvn:x/platform/1.0.0");
    }

    @Test
    void whatNobodyHasIsNamed() {
        available.add(feature("points", "1.0.0", "volunteers"));
        assertThat(new FeatureSet(Set.of("points", "absent"), available).missing())
                .containsExactlyInAnyOrder("absent", "volunteers/0.0.0");
    }
}
