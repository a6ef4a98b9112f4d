package org.gridloom.platform.web.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridloom.platform.web.internal.Container.bundle;
import static org.gridloom.platform.web.internal.Container.page;

import java.nio.file.Path;
import java.util.List;
import org.gridloom.platform.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;

class UiRegistryTest {

    @TempDir
    private Path cache;

    private Container container;
    private UiRegistry registry;

    @BeforeEach
    void start() throws Exception {
        container = new Container(cache);
        registry = new UiRegistry(container.context());
    }

    @AfterEach
    void stop() throws Exception {
        registry.close();
        container.close();
    }

    @Test
    void aBundleThatStartsBringsItsPages() throws Exception {
        container.start(bundle("org.gridloom.points"));

        Ui points = registry.find("points").orElseThrow();
        assertThat(points.version()).isEqualTo("1.2.3");
        assertThat(points.base()).matches("/ui/points/[0-9a-f]{12}/");
        assertThat(points.declaration().pages()).singleElement().satisfies(page -> {
            assertThat(page.tag()).isEqualTo("points-list");
            assertThat(points.labels().get(page.label())).isEqualTo(new Text("清单", "List"));
        });
    }

    @Test
    void aBundleThatWasThereBeforeIsFoundToo() throws Exception {
        container.start(bundle("org.gridloom.points"));

        UiRegistry later = new UiRegistry(container.context());

        assertThat(later.find("points")).isPresent();
        later.close();
    }

    @Test
    void aVendorsBundleNeedsNothingButTheFolder() throws Exception {
        container.start(bundle("com.vendor.snow"));

        assertThat(names()).containsExactly("snow");
    }

    @Test
    void aBundleThatWaitsForItsFirstClassIsUp() throws Exception {
        Bundle points =
                container.start(bundle("org.gridloom.points").header(Constants.BUNDLE_ACTIVATIONPOLICY, "lazy"));
        points.stop();
        points.start(Bundle.START_ACTIVATION_POLICY);

        assertThat(points.getState()).isEqualTo(Bundle.STARTING);
        assertThat(names()).containsExactly("points");
    }

    @Test
    void anUpdateBringsWhatIsNewUnderANewDigest() throws Exception {
        Bundle points = container.start(bundle("org.gridloom.points"));
        String former = registry.find("points").orElseThrow().base();

        points.update(bundle("org.gridloom.points")
                .with("ui/list.js", "export default 2;")
                .jar());

        Ui now = registry.find("points").orElseThrow();
        assertThat(now.base()).isNotEqualTo(former);
        assertThat(now.folder().content("list.js"))
                .hasValueSatisfying(content -> assertThat(content).asString().isEqualTo("export default 2;"));
    }

    @Test
    void theSameContentsHaveTheSameDigestAnywhere() throws Exception {
        container.start(bundle("org.gridloom.points"));
        String digest = registry.find("points").orElseThrow().folder().digest();

        Bundle reordered = container.start(new Container.Content("x.points")
                .with("ui/i18n/en.json", "{ \"title\": \"List\" }")
                .with("ui/list.js", "export default 1;")
                .with("ui/i18n/zh-CN.json", "{ \"title\": \"清单\" }")
                .with("ui/ui.json", page("points", "list.js")));

        assertThat(UiFolder.of(reordered).digest()).isEqualTo(digest);
    }

    @Test
    void contentThatMovesFromOneFileToAnotherChangesTheDigest() throws Exception {
        Bundle one = container.start(bundle("a.one").with("ui/a", "xy").with("ui/b", "z"));
        Bundle two = container.start(bundle("a.one2").with("ui/a", "x").with("ui/b", "yz"));

        assertThat(UiFolder.of(one).digest()).isNotEqualTo(UiFolder.of(two).digest());
    }

    @Test
    void aBundleThatIsDownIsExpectedBackUntilItIsUninstalled() throws Exception {
        Bundle points = container.start(bundle("org.gridloom.points"));
        assertThat(registry.isExpected("points")).isFalse();

        points.stop();
        assertThat(names()).isEmpty();
        assertThat(registry.isExpected("points")).isTrue();

        points.uninstall();
        assertThat(names()).isEmpty();
        assertThat(registry.isExpected("points")).isFalse();
    }

    @Test
    void aBundleThatBringsNothingAnyMoreIsNotExpected() throws Exception {
        Bundle points = container.start(bundle("org.gridloom.points"));

        points.update(bundle("org.gridloom.points").without("ui/ui.json").jar());

        assertThat(names()).isEmpty();
        assertThat(registry.isExpected("points")).isFalse();
    }

    @Test
    void aFaultyDeclarationKeepsThatBundleOutWithTheReasonAndNothingElse() throws Exception {
        container.start(bundle("org.gridloom.points"));
        container.start(bundle("org.gridloom.patrol").with("ui/ui.json", page("patrol", "gone.js")));

        assertThat(names()).containsExactly("points");
        assertThat(registry.isExpected("patrol")).isFalse();
        assertThat(registry.problems("org.gridloom.points")).isEmpty();
        assertThat(registry.problems("org.gridloom.patrol"))
                .containsExactly(
                        new Text("ui/ui.json 第 1 行:没有模块文件 gone.js", "ui/ui.json:1: there is no module file gone.js"));
    }

    @Test
    void aRepairedDeclarationIsTaken() throws Exception {
        Bundle patrol = container.start(bundle("org.gridloom.patrol").with("ui/ui.json", "{"));
        assertThat(registry.problems("org.gridloom.patrol")).hasSize(1);

        patrol.update(bundle("org.gridloom.patrol").jar());

        assertThat(names()).containsExactly("patrol");
        assertThat(registry.problems("org.gridloom.patrol")).isEmpty();
    }

    @Test
    void aNameBelongsToTheFirstAndPassesOnWhenThatIsUninstalled() throws Exception {
        Bundle ours = container.start(bundle("org.gridloom.points"));
        container.start(bundle("com.vendor.points").with("ui/list.js", "theirs"));
        assertThat(registry.problems("com.vendor.points"))
                .singleElement()
                .extracting(Text::en)
                .isEqualTo("The name points belongs to org.gridloom.points");

        ours.stop();
        assertThat(names()).isEmpty();
        assertThat(registry.isExpected("points")).isTrue();
        ours.uninstall();

        assertThat(registry.find("points").orElseThrow().bundle().getSymbolicName())
                .isEqualTo("com.vendor.points");
        assertThat(registry.problems("com.vendor.points")).isEmpty();
    }

    private List<String> names() {
        return registry.all().stream().map(Ui::name).toList();
    }
}
