package org.gridloom.platform.modules.internal.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.gridloom.platform.modules.internal.plan.SampleBundles.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class ForeignRefreshTest {

    @TempDir
    private Path folder;

    private SampleBundles bundles;

    @BeforeEach
    void open() {
        bundles = new SampleBundles(folder);
    }

    private final ForeignRefresh check = new ForeignRefresh();

    private Sample ice(String version) {
        return bundles.bundle("org.acme.ice")
                .header("Bundle-Version", version)
                .header("Export-Package", "com.acme.ice");
    }

    private Sample rink() {
        return bundles.bundle("org.acme.rink").header("Import-Package", "com.acme.ice");
    }

    private List<Objection> objections(Prospect prospect) {
        return check.objections(prospect);
    }

    private static Plan plan(List<Objection> objections) {
        Plan nothing = Plan.nothing(Action.UPDATE, "ice");
        return new Plan(
                nothing.action(),
                nothing.feature(),
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                objections);
    }

    @Test
    void whoHoldsClassesOfWhatChangesIsNamedAndAnOperatorMayInsist() {
        Bundle former = bundles.installed(ice("1.0.0"));
        Bundle holder = bundles.installed(rink());
        Prospect prospect = bundles.refreshing(holder).bringing(ice("2.0.0"), former, holder);
        assertThat(ForeignRefresh.names(prospect)).containsExactly("org.acme.rink");
        assertThat(objections(prospect)).singleElement().satisfies(objection -> {
            assertThat(objection.code()).isEqualTo("foreign-refresh");
            assertThat(objection.text().en()).contains("org.acme.rink");
        });
        assertThat(plan(objections(prospect)).isPossible(false)).isFalse();
        assertThat(plan(objections(prospect)).isPossible(true)).isTrue();
    }

    @Test
    void whoIsExchangedItselfIsNoStranger() {
        Bundle former = bundles.installed(ice("1.0.0"));
        assertThat(objections(bundles.refreshing().bringing(ice("2.0.0"), former)))
                .isEmpty();
    }

    @Test
    void whoDoesWithoutAPackageWouldGetTheNewOne() {
        Bundle holder = bundles.installed(rink());
        assertThat(ForeignRefresh.names(bundles.refreshing().bringing(ice("1.0.0"), holder)))
                .containsExactly("org.acme.rink");
    }

    @Test
    void whoHasNothingToDoWithItIsLeftAlone() {
        Bundle other = bundles.installed(bundles.bundle("org.acme.pool"));
        assertThat(ForeignRefresh.names(bundles.refreshing().bringing(ice("1.0.0"), other)))
                .isEmpty();
    }

    @Test
    void whoIsHostOfAFragmentIsRestarted() {
        Bundle host = bundles.installed(bundles.bundle("org.acme.rink"));
        Sample fragment = bundles.bundle("org.acme.more").header("Fragment-Host", "org.acme.rink;bundle-version=1");
        assertThat(ForeignRefresh.names(bundles.refreshing().bringing(fragment, host)))
                .containsExactly("org.acme.rink");
    }
}
