package org.gridloom.platform.modules.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.apache.karaf.features.internal.model.Dependency;
import org.apache.karaf.features.internal.model.Feature;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependantsTest {

    @TempDir
    private Path folder;

    private SampleBundles bundles;

    @BeforeEach
    void open() {
        bundles = new SampleBundles(folder);
    }

    private static final Feature ORGANIZATION = new Feature("organization", "1.0.0");
    private static final Feature TRAINING = needing("training", "organization");
    private static final Feature COURSES = needing("courses", "training");

    private static Feature needing(String name, String other) {
        Feature feature = new Feature(name, "1.0.0");
        feature.getFeature().add(new Dependency(other, "0.0.0"));
        return feature;
    }

    @Test
    void whatOthersNeedStaysAndTheyAreNamed() {
        Set<String> stay = Set.of("training/[1.0.0,1.0.0]", "courses");
        assertThat(new Dependants().objections(bundles.removing("organization", stay, ORGANIZATION, TRAINING, COURSES)))
                .extracting(objection -> objection.text().en())
                .containsExactly(
                        "courses needs organization: uninstall it first",
                        "training needs organization: uninstall it first");
    }

    @Test
    void whatNobodyNeedsMayGo() {
        assertThat(new Dependants()
                        .objections(bundles.removing("courses", Set.of("training"), ORGANIZATION, TRAINING, COURSES)))
                .isEmpty();
    }

    @Test
    void onlyWhatGoesIsAskedFor() {
        assertThat(new Dependants().objections(bundles.bringing(bundles.bundle("org.acme.winter"))))
                .isEmpty();
    }
}
