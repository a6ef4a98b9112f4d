package org.gridloom.platform.modules;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The modules that this node runs for the district: capabilities and packs, for the platform's own bundles. Asking and
 * changing take no permission.
 */
@ProviderType
public interface DistrictModules {

    /** What is to run, with its version, by name. */
    Map<String, String> wanted();

    /** What could run here, with its version, by name. */
    Map<String, String> offered();

    /** Whether the feature is a pack: one that brings a district's records. */
    boolean isPack(String name);

    /**
     * Installs some and removes others, each judged before it is touched; what was installed is there when this returns.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} where one is refused, with why; what was installed goes again
     */
    void change(Collection<String> install, Set<String> remove);
}
