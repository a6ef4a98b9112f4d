package org.gridloom.platform.modules.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.gridloom.platform.modules.internal.plan.SampleBundles.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InternalImportsTest {

    @TempDir
    private Path folder;

    private SampleBundles bundles;

    @BeforeEach
    void open() {
        bundles = new SampleBundles(folder);
    }

    private Sample importing(String packages) {
        return bundles.bundle("org.acme.winter").header("Import-Package", packages);
    }

    @Test
    void whatIsInsideAnotherIsRefusedAlsoIfItCouldDoWithout() {
        assertThat(new InternalImports()
                        .objections(
                                bundles.bringing(importing("org.gridloom.training.internal.store;resolution:=optional,"
                                        + "org.gridloom.organization.internal"))))
                .extracting(Objection::code, objection -> objection.text().en())
                .containsExactlyInAnyOrder(
                        tuple(
                                "internal-import",
                                "org.acme.winter imports the internal package org.gridloom.training.internal.store: "
                                        + "only the released API may be used"),
                        tuple(
                                "internal-import",
                                "org.acme.winter imports the internal package org.gridloom.organization.internal: "
                                        + "only the released API may be used"));
    }

    @Test
    void whatIsReleasedOrNotOursIsFine() {
        assertThat(new InternalImports()
                        .objections(bundles.bringing(
                                importing("org.gridloom.organization,org.acme.internal,org.gridloom.internals"))))
                .isEmpty();
    }
}
