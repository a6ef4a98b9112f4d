package org.gridloom.platform.rest.internal.server;

import java.util.Collection;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.hooks.bundle.EventHook;
import org.osgi.service.component.annotations.Component;

/**
 * Keeps what becomes of modules from the resource locator of HK2, which Jersey stands on. It has found all that Jersey needs when
 * it started; told of a module that changes, it looks into the bundle later, on another thread, when that may have gone: an error
 * in the log, though nothing is wrong.
 */
@Component(immediate = true)
public final class LocatorEvents implements EventHook {

    private static final String LOCATOR = "org.glassfish.hk2.osgi-resource-locator";

    @Override
    public void event(BundleEvent event, Collection<BundleContext> contexts) {
        contexts.removeIf(context -> LOCATOR.equals(context.getBundle().getSymbolicName()));
    }
}
