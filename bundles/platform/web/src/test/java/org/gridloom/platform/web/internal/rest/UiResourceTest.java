package org.gridloom.platform.web.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridloom.platform.web.internal.Container.bundle;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.gridloom.build.ui.declaration.Declaration;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.gridloom.platform.web.internal.Container;
import org.gridloom.platform.web.internal.Group;
import org.gridloom.platform.web.internal.OfferedUi;
import org.gridloom.platform.web.internal.UiRegistry;
import org.gridloom.platform.web.internal.WebSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class UiResourceTest {

    private static final String DECLARATION = """
            {
              "pages": [
                { "path": "", "tag": "points-home", "module": "list.js", "label": "title" },
                { "path": "store", "tag": "points-store", "module": "list.js", "label": "title",
                  "group": "govern", "order": 5, "permission": "points.store.view" }
              ],
              "slots": [
                { "slot": "organization.person", "tag": "points-panel", "module": "list.js", "label": "title",
                  "permission": "points.account.view" }
              ],
              "drillDowns": { "/api/points/items": "store", "/api/points": "" }
            }
            """;

    @TempDir
    private Path cache;

    private final Access access = mock(Access.class);
    private Container container;
    private Bundle points;
    private UiResource resource;

    @BeforeEach
    void start() throws Exception {
        when(access.scope(any())).thenReturn(UnitScope.of(List.of()));
        container = new Container(cache);
        container.start(bundle("org.gridloom.platform.web").with("ui/ui.json", "{}"));
        points = container.start(bundle("org.gridloom.points").with("ui/ui.json", DECLARATION));
        UiRegistry registry = new UiRegistry(container.context());
        resource = new UiResource(new OfferedUi(registry, access), new WebSettings());
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    @Test
    void whoHoldsNoPermissionSeesWhatIsForEverybody() {
        UiView.ModuleView seen = module("points");

        assertThat(seen.pages()).extracting(UiView.PageView::path).containsExactly("points");
        assertThat(seen.slots()).isEmpty();
        assertThat(seen.drillDowns()).containsOnlyKeys("/api/points");
        assertThat(view().groups()).isEmpty();
    }

    @Test
    void whoHoldsAPermissionInSomeUnitSeesWhatItOpens() {
        when(access.scope("points.store.view")).thenReturn(UnitScope.everywhere());

        UiView.ModuleView seen = module("points");

        assertThat(seen.pages())
                .last()
                .isEqualTo(new UiView.PageView(
                        "points/store", "points-store", "list.js", new Text("清单", "List"), "govern", null, 5));
        assertThat(seen.slots()).isEmpty();
        assertThat(seen.drillDowns()).containsEntry("/api/points/items", "points/store");
        assertThat(view().groups())
                .containsExactly(new UiView.GroupView("govern", new Text("共治共享", "Govern together")));
    }

    @Test
    void aPanelIsOfferedByItsOwnPermission() {
        when(access.scope("points.account.view")).thenReturn(UnitScope.everywhere());

        assertThat(module("points").slots()).extracting(UiView.SlotView::tag).containsExactly("points-panel");
    }

    @Test
    void aBundleThatShowsTheCallerNothingIsLeftOut() throws Exception {
        points.update(bundle("org.gridloom.points")
                .with(
                        "ui/ui.json",
                        DECLARATION.replace("\"path\": \"\",", "\"path\": \"\", \"permission\": \"points.x\","))
                .jar());

        assertThat(view().modules()).extracting(UiView.ModuleView::name).containsExactly("web");
    }

    @Test
    void nobodySeesNothing() {
        when(access.caller()).thenThrow(new Problem(Problem.Kind.UNAUTHENTICATED, new Text("请先登录", "Sign in first")));

        assertThatThrownBy(this::view).isInstanceOf(Problem.class);
    }

    @Test
    void beforeTheFirstUnitTheDistrictHasItsColourOnly() {
        assertThat(view().district()).isEqualTo(new UiView.District(null, null, "#b42318"));
    }

    @Test
    void theRevisionMovesWithContentsPermissionsAndLanguageOnly() throws Exception {
        String first = view().revision();
        assertThat(view().revision()).isEqualTo(first);
        assertThat(((UiView) resource.offered("en").getEntity()).revision()).isNotEqualTo(first);

        when(access.scope("points.store.view")).thenReturn(UnitScope.everywhere());
        String second = view().revision();
        assertThat(second).isNotEqualTo(first);

        points.update(bundle("org.gridloom.points")
                .with("ui/ui.json", DECLARATION)
                .with("ui/list.js", "new")
                .jar());
        assertThat(view().revision()).isNotEqualTo(second);

        points.uninstall();
        assertThat(view().modules()).extracting(UiView.ModuleView::name).containsExactly("web");
    }

    @Test
    void theAnswersTagIsItsRevision() {
        assertThat(resource.offered("zh").getEntityTag().getValue())
                .isEqualTo(((UiView) resource.offered("zh").getEntity()).revision());
    }

    @Test
    void everyGroupThatMayBeDeclaredHasAName() {
        assertThat(Arrays.stream(Group.values()).map(Group::code)).containsExactlyElementsOf(Declaration.GROUPS);
    }

    private UiView.ModuleView module(String name) {
        return view().modules().stream()
                .filter(module -> module.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UiView view() {
        return (UiView) resource.offered("zh").getEntity();
    }
}
