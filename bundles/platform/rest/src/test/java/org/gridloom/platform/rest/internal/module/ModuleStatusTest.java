package org.gridloom.platform.rest.internal.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.net.URI;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.module.ModuleProblems;
import org.gridloom.platform.rest.running.ModuleList;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;

class ModuleStatusTest {

    private static final Text REASON = new Text("页面声明有误", "The pages are faulty");

    private final Bundle points = bundle(1, "org.gridloom.points");
    private final Bundle snow = bundle(2, "com.vendor.snow");
    private final Bundle library = bundle(3, "com.vendor.library");
    private final BundleContext context = mock(BundleContext.class);
    private final Components components = mock(Components.class);
    private final StartErrors errors = mock(StartErrors.class);
    private final GridloomBundles bundles = new GridloomBundles(context, errors);
    private final ModuleStatus status = status("");

    private ModuleStatus status(String leftOut) {
        return new ModuleStatus(bundles, components, mock(WantedFeatures.class), new LeftOut(leftOut), errors);
    }

    @BeforeEach
    void install() throws Exception {
        when(snow.getEntry("ui/ui.json")).thenReturn(URI.create("file:/ui.json").toURL());
        when(context.getBundles()).thenReturn(new Bundle[] {points, snow, library});
        when(components.waiting(any())).thenReturn(List.of());
    }

    @Test
    void whatOthersFindWrongWithABundleIsTold() {
        status.addObserver(bundle -> List.of());
        ModuleProblems observer = bundle -> bundle.equals("com.vendor.snow") ? List.of(REASON) : List.of();
        status.addObserver(observer);

        assertThat(status.problems(snow)).containsExactly(REASON);
        assertThat(status.problems(points)).isEmpty();

        status.removeObserver(observer);
        assertThat(status.problems(snow)).isEmpty();
    }

    @Test
    void aBundleThatBringsPagesOnlyIsListed() {
        assertThat(status.list().bundles())
                .extracting(ModuleList.BundleView::name)
                .containsExactly("com.vendor.snow", "org.gridloom.points");
    }

    @Test
    void aBundleIsLookedAtAnewOnceItHasBeenUpdated() {
        assertThat(bundles.all()).containsExactly(snow, points);

        when(library.getHeaders(""))
                .thenReturn(new Hashtable<>(Map.of("Import-Package", "org.gridloom.platform.rest")));
        assertThat(bundles.all()).containsExactly(snow, points);

        when(library.getLastModified()).thenReturn(1L);
        assertThat(bundles.all()).containsExactly(library, snow, points);
    }

    @Test
    void aBundleThatFailedToStartIsListedWithTheReasonWhoeverBroughtIt() {
        when(library.getState()).thenReturn(Bundle.RESOLVED);
        when(errors.of(library)).thenReturn(Optional.of("IllegalStateException: no ploughs"));
        assertThat(status.list().bundles())
                .filteredOn(bundle -> bundle.name().equals("com.vendor.library"))
                .flatExtracting(ModuleList.BundleView::problems)
                .extracting("en")
                .containsExactly("Not running (resolved), it failed to start: IllegalStateException: no ploughs");
    }

    @Test
    void aComponentThatFailedSaysWhy() {
        when(components.waiting(snow))
                .thenReturn(List.of(
                        new Components.Waiting("Ploughs", List.of(), "IllegalStateException: none"),
                        new Components.Waiting("Teams", List.of("Clock"), null)));
        assertThat(status.problems(snow))
                .extracting(Text::en)
                .containsExactly(
                        "Component Ploughs failed to start: IllegalStateException: none",
                        "Component Teams waits for Clock");
    }

    @Test
    void aModuleThatTheOperatorLeftOutIsListedWithTheReason() {
        assertThat(status("gridloom-points,x").list().bundles())
                .filteredOn(bundle -> bundle.state().equals("left-out"))
                .extracting(
                        ModuleList.BundleView::name,
                        bundle -> bundle.problems().get(0).en())
                .containsExactly(
                        tuple("gridloom-points", "Left out in safe mode"), tuple("x", "Left out in safe mode"));
    }

    @Test
    void thePathsOfAModuleThatIsLeftOutAreKnown() {
        LeftOut leftOut = new LeftOut("gridloom-points,org.acme.snow");
        assertThat(leftOut.serves("points")).isTrue();
        assertThat(leftOut.serves("snow")).isTrue();
        assertThat(leftOut.serves("oints")).isFalse();
        assertThat(leftOut.serves("")).isFalse();
        assertThat(new LeftOut(null).names()).isEmpty();
    }

    private static Bundle bundle(long id, String name) {
        Bundle bundle = mock(Bundle.class, name);
        when(bundle.getBundleId()).thenReturn(id);
        when(bundle.getSymbolicName()).thenReturn(name);
        when(bundle.getVersion()).thenReturn(Version.emptyVersion);
        when(bundle.getState()).thenReturn(Bundle.ACTIVE);
        when(bundle.getHeaders("")).thenReturn(new Hashtable<>());
        return bundle;
    }
}
