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

class MissingRequirementsTest {

    @TempDir
    private Path folder;

    private SampleBundles bundles;

    @BeforeEach
    void open() {
        bundles = new SampleBundles(folder);
    }

    private List<Objection> objections(Sample arriving) {
        Bundle platform = bundles.installed(bundles.bundle("org.gridloom.platform.api")
                .header("Export-Package", "org.gridloom.platform.text;version=1.1.0")
                .header("Provide-Capability", "org.gridloom.api;version:Version=1.2.0"));
        return new MissingRequirements().objections(bundles.bringing(arriving, platform));
    }

    private Sample winter() {
        return bundles.bundle("org.acme.winter");
    }

    private static String api(String version) {
        return "org.gridloom.api;filter:=\"(&(version>=" + version + ")(!(version>=2.0.0)))\"";
    }

    @Test
    void whatThePlatformHasIsEnough() {
        assertThat(objections(winter().header("Require-Capability", api("1.0.0"))
                        .header(
                                "Import-Package",
                                "org.gridloom.platform.text;version=\"[1.0,2)\",com.acme.ice;resolution:=optional")))
                .isEmpty();
    }

    @Test
    void aNewerApiIsRefusedAndBothVersionsAreSaid() {
        assertThat(objections(winter().header("Require-Capability", api("1.3.0"))))
                .singleElement()
                .satisfies(objection -> {
                    assertThat(objection.code()).isEqualTo("newer-api");
                    assertThat(objection.text().en()).contains("1.3.0", "this one is 1.2.0");
                });
    }

    @Test
    void aPackageThatNobodyHasIsRefused() {
        assertThat(objections(winter().header("Import-Package", "com.acme.ice,org.gridloom.training.internal")))
                .singleElement()
                .satisfies(objection -> {
                    assertThat(objection.code()).isEqualTo("missing-requirement");
                    assertThat(objection.text().en()).contains("org.acme.winter", "com.acme.ice");
                });
    }

    @Test
    void whatItBringsItselfIsThere() {
        assertThat(objections(
                        winter().header("Import-Package", "com.acme.ice").header("Export-Package", "com.acme.ice")))
                .isEmpty();
    }

    @Test
    void aFeatureThatIsNotKnownIsRefused() {
        Target target = new Target(Action.INSTALL, "winter", Optional.empty(), Optional.of("1.0.0"), Optional.empty());
        FeatureSet after = new FeatureSet(Set.of("winter"), List.of());
        assertThat(new MissingRequirements().objections(bundles.prospect(target, List.of(), Map.of(), after)))
                .extracting(Objection::code)
                .containsExactly("missing-feature");
    }
}
