package org.gridloom.platform.rest.internal.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;

class LocatorEventsTest {

    @Test
    void whoeverElseListensIsToldOfAModuleThatChanges() {
        BundleContext ours = context("org.gridloom.platform.rest");
        List<BundleContext> told = new ArrayList<>(List.of(context("org.glassfish.hk2.osgi-resource-locator"), ours));

        new LocatorEvents().event(new BundleEvent(BundleEvent.UPDATED, mock(Bundle.class)), told);

        assertThat(told).containsExactly(ours);
    }

    private static BundleContext context(String bundle) {
        Bundle listening = mock(Bundle.class);
        when(listening.getSymbolicName()).thenReturn(bundle);
        BundleContext context = mock(BundleContext.class);
        when(context.getBundle()).thenReturn(listening);
        return context;
    }
}
