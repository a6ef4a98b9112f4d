package org.gridloom.platform.modules.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridloom.platform.modules.internal.karaf.FeatureSet;
import org.gridloom.platform.modules.internal.plan.SampleBundles.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class VersionsTest {

    @TempDir
    private Path folder;

    private SampleBundles bundles;

    @BeforeEach
    void open() {
        bundles = new SampleBundles(folder);
    }

    private Sample snow(String version) {
        return bundles.bundle("com.example.snow").header("Bundle-Version", version);
    }

    private List<Objection> objections(Action action, String from, String to) {
        Bundle former = bundles.installed(snow(from));
        Target target = new Target(action, "snow", Optional.of(from), Optional.of(to), Optional.empty());
        return new Versions()
                .objections(bundles.prospect(
                        target,
                        List.of(snow(to)),
                        Map.of("com.example.snow", former),
                        new FeatureSet(Set.of(), List.of()),
                        former));
    }

    @Test
    void anUpdateToAnOlderVersionIsRefused() {
        assertThat(objections(Action.UPDATE, "1.10.0", "1.9.0")).singleElement().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo("downgrade");
            assertThat(objection.text().en())
                    .isEqualTo("com.example.snow is at 1.10.0, and 1.9.0 is older: the way back is a rollback");
        });
    }

    @Test
    void aNewerOneAndTheWayBackAreFine() {
        assertThat(objections(Action.UPDATE, "1.9.0", "1.10.0")).isEmpty();
        assertThat(objections(Action.UPDATE, "1.9.0", "1.9.0")).isEmpty();
        assertThat(objections(Action.ROLLBACK, "1.10.0", "1.9.0")).isEmpty();
    }
}
