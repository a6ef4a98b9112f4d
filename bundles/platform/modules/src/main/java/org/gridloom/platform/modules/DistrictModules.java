package org.gridloom.platform.modules;

import java.util.Collection;
import java.util.List;
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

    /** In which versions each could run here, the newest first, by name. */
    Map<String, List<String>> versions();

    /** Whether the feature is a pack: one that brings a district's records. */
    boolean isPack(String name);

    /**
     * Installs each in the version that is given, or updates it to that, judged and carried out as operators do; all are
     * there when this returns.
     *
     * @param versions by name, of what does not run in them
     * @return takes it back: what was installed goes, what was updated is rolled back; throws what stood against it
     * @throws Problem {@link Problem.Kind#CONFLICT} where one is refused, with why; what came before it is taken back
     */
    Runnable bring(Map<String, String> versions);

    /**
     * Installs some and removes others, each judged before it is touched; what was installed is there when this returns.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} where one is refused, with why; what was installed goes again
     */
    void change(Collection<String> install, Set<String> remove);
}
