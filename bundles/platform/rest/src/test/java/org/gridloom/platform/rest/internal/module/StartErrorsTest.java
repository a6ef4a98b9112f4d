package org.gridloom.platform.rest.internal.module;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.startlevel.BundleStartLevel;

class StartErrorsTest {

    private static final String REASON = "IllegalStateException: no ploughs";
    private static final BundleException ERROR =
            new BundleException("Activator start error", new IllegalStateException("no ploughs"));
    private static final int PATIENCE = 60_000;

    private final BundleContext context = mock(BundleContext.class);
    private final BundleStartLevel level = mock(BundleStartLevel.class);
    private final Bundle bundle = mock(Bundle.class);
    private final StartErrors errors = new StartErrors(context);

    @BeforeEach
    void install() {
        when(bundle.getBundleId()).thenReturn(7L);
        when(bundle.getState()).thenReturn(Bundle.RESOLVED);
        when(bundle.adapt(BundleStartLevel.class)).thenReturn(level);
        when(level.isPersistentlyStarted()).thenReturn(true);
    }

    @AfterEach
    void listenNoMore() {
        errors.close();
        verify(context).removeBundleListener(errors);
        verify(context).removeFrameworkListener(errors);
    }

    private void tell(int... types) {
        for (int type : types) {
            errors.bundleChanged(new BundleEvent(type, bundle));
        }
    }

    /** The same as the framework: whoever starts a bundle is told of it while it is on its way. */
    private void failTheSecondTimeToo() throws BundleException {
        doAnswer(call -> {
                    tell(BundleEvent.STARTING, BundleEvent.STOPPING, BundleEvent.STOPPED);
                    throw ERROR;
                })
                .when(bundle)
                .start(Bundle.START_TRANSIENT);
    }

    private void awaitAsked() throws BundleException, InterruptedException {
        verify(bundle, timeout(PATIENCE)).start(Bundle.START_TRANSIENT);
        errors.awaitAsked();
    }

    @Test
    void whatTheFrameworkCouldNotStartIsKeptUntilItStarts() {
        errors.frameworkEvent(new FrameworkEvent(FrameworkEvent.ERROR, bundle, ERROR));
        assertThat(errors.of(bundle)).contains(REASON);
        tell(BundleEvent.STARTING, BundleEvent.STARTED);
        assertThat(errors.of(bundle)).isEmpty();
    }

    @Test
    void whatSomebodyElseCouldNotStartIsAskedOnceMoreAndSaysWhy() throws Exception {
        failTheSecondTimeToo();
        tell(BundleEvent.STARTING, BundleEvent.STOPPING, BundleEvent.STOPPED);
        awaitAsked();
        assertThat(errors.of(bundle)).contains(REASON);
        tell(BundleEvent.UNINSTALLED);
        assertThat(errors.of(bundle)).isEmpty();
    }

    @Test
    void whatStartsTheSecondTimeHasNoReason() throws Exception {
        doAnswer(call -> {
                    tell(BundleEvent.STARTING, BundleEvent.STARTED);
                    return null;
                })
                .when(bundle)
                .start(Bundle.START_TRANSIENT);
        tell(BundleEvent.STARTING, BundleEvent.STOPPED);
        awaitAsked();
        assertThat(errors.of(bundle)).isEmpty();
    }

    @Test
    void whatHasGoneMeanwhileIsForgotten() throws Exception {
        doThrow(new IllegalStateException("uninstalled")).when(bundle).start(Bundle.START_TRANSIENT);
        tell(BundleEvent.STARTING, BundleEvent.STOPPED);
        awaitAsked();
        assertThat(errors.of(bundle)).isEmpty();
    }

    @Test
    void whatWasStoppedIsLeftAlone() throws Exception {
        tell(BundleEvent.STARTING, BundleEvent.STARTED, BundleEvent.STOPPING, BundleEvent.STOPPED);
        when(level.isPersistentlyStarted()).thenReturn(false);
        tell(BundleEvent.STARTING, BundleEvent.STOPPED);
        errors.awaitAsked();
        verify(bundle, never()).start(anyInt());
    }
}
