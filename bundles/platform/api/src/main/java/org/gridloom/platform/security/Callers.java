package org.gridloom.platform.security;

import java.util.Optional;
import java.util.function.Supplier;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Knows the caller of the current thread. Edges (the web server's filter, jobs) set it; everything else asks
 * {@link Access#caller()}.
 */
@ProviderType
public interface Callers {

    /** The caller, empty where nobody is signed in. */
    Optional<Caller> current();

    /** Does the work on the caller's behalf, on this thread; the former caller is back afterwards. */
    <T> T call(Caller caller, Supplier<T> work);
}
