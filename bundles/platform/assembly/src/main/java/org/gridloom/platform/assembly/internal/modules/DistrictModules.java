package org.gridloom.platform.assembly.internal.modules;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.problem.Problem;

/** The features that this node runs for the district: capabilities and packs. Asking and changing take no permission. */
public interface DistrictModules {

    /** What is to run, with its version, by name. */
    Map<String, String> wanted();

    /** What could run here, with its version, by name. */
    Map<String, String> offered();

    /** Whether the feature is a pack: one that brings a district's records. */
    boolean isPack(String name);

    /**
     * Installs some and removes others, without restarting anything else, and remembers it for the next start.
     *
     * @throws Problem {@link Problem.Kind#UNAVAILABLE} where one cannot be installed or removed
     */
    void change(Collection<String> install, Set<String> remove);
}
