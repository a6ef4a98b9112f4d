package org.gridloom.platform.rest.internal.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;

class ApiDocumentsTest {

    private static final String ENTRY = "OSGI-INF/openapi.json";

    private final Bundle points = bundle("org.gridloom.points", "/points-openapi.json");
    private final Bundle patrol = bundle("org.gridloom.patrol", "/patrol-openapi.json");
    private final Bundle silent = bundle("org.gridloom.silent", null);
    private ApiDocuments documents;

    @BeforeEach
    void start() {
        BundleContext context = mock(BundleContext.class);
        when(context.getBundles()).thenReturn(new Bundle[] {points, patrol, silent});
        documents = new ApiDocuments(context);
    }

    @AfterEach
    void stop() {
        documents.deactivate();
    }

    @Test
    void theDocumentsOfAllBundlesBecomeOne() {
        JsonNode merged = documents.merged();

        assertThat(merged.path("paths").fieldNames())
                .toIterable()
                .containsExactly("/patrol/routes", "/points", "/points/later/{id}");
        assertThat(merged.at("/components/schemas").fieldNames())
                .toIterable()
                .containsExactly("Problem", "patrol.Route", "points.Account");
        assertThat(merged.at("/servers/0/url").asText()).isEqualTo("/api");
        assertThat(merged.at("/components/securitySchemes")).hasSize(3);
    }

    @Test
    void pathsAreKnownWhetherTheBundleRunsOrNot() {
        assertThat(documents.segments()).containsExactly("patrol", "points");
        assertThat(documents.declares(points, "points/later/7")).isTrue();
        assertThat(documents.declares(points, "points/later/7/more")).isFalse();
        assertThat(documents.declares(points, "points/later/7;a=b")).isTrue();
        assertThat(documents.declares(points, "points/later/;a=b")).isFalse();
        assertThat(documents.declares(patrol, "points/later/7")).isFalse();
    }

    @Test
    void anUpdatedBundleBringsItsNewDocument() {
        when(points.getEntry(ENTRY)).thenReturn(getClass().getResource("/patrol-openapi.json"));
        documents.modifiedBundle(points, new BundleEvent(BundleEvent.UPDATED, points), documents.of(points));

        assertThat(documents.segments()).containsExactly("patrol");
    }

    private static Bundle bundle(String name, String document) {
        Bundle bundle = mock(Bundle.class, name);
        URL entry = document == null ? null : ApiDocumentsTest.class.getResource(document);
        when(bundle.getSymbolicName()).thenReturn(name);
        when(bundle.getState()).thenReturn(Bundle.INSTALLED);
        when(bundle.getEntry(ENTRY)).thenReturn(entry);
        return bundle;
    }
}
