package org.gridloom.itests.probe;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs inside the servers under test, and not for long. */
public class FailingActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("no salt left, call 13912345678");
    }

    @Override
    public void stop(BundleContext context) {
        // It never started.
    }
}
