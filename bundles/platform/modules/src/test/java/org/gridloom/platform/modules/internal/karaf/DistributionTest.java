package org.gridloom.platform.modules.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.karaf.features.internal.model.Dependency;
import org.apache.karaf.features.internal.model.Feature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistributionTest {

    private static final URI PLATFORM = URI.create("mvn:org.gridloom/features/1/xml/features");
    private static final URI TRAINING = URI.create("mvn:org.gridloom/features/1/xml/training");

    @TempDir
    private Path home;

    private Distribution distribution;

    @BeforeEach
    void read() throws IOException {
        Files.writeString(
                Files.createDirectories(home.resolve("etc")).resolve("org.apache.karaf.features.cfg"),
                "featuresRepositories = " + PLATFORM + ", " + TRAINING + "\n");
        Map<URI, List<org.apache.karaf.features.Feature>> repositories = Map.of(
                PLATFORM,
                List.of(
                        feature("gridloom-container", "shell"),
                        feature("gridloom-platform", "gridloom-container", "gridloom-thirdparty")),
                TRAINING,
                List.of(feature("gridloom-training", "gridloom-organization")));
        distribution = new Distribution(home, repositories::get);
    }

    private static Feature feature(String name, String... needs) {
        Feature feature = new Feature(name, "1.0.0");
        List.of(needs).forEach(need -> feature.getFeature().add(new Dependency(need, "0.0.0")));
        return feature;
    }

    @Test
    void itsModulesAreWhatStandsOnThePlatform() {
        assertThat(distribution.modules())
                .extracting(org.apache.karaf.features.Feature::getName)
                .containsExactly("gridloom-training");
    }

    @Test
    void eachIsFoundInItsRepository() {
        assertThat(distribution.repository("gridloom-training")).contains(TRAINING);
        assertThat(distribution.repository("snow-clearing")).isEmpty();
    }
}
