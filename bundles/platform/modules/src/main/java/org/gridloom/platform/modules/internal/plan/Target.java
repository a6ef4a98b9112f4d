package org.gridloom.platform.modules.internal.plan;

import java.util.Optional;
import org.gridloom.platform.modules.internal.disk.StoredModule;
import org.gridloom.platform.modules.internal.karaf.Wish;

/**
 * What somebody wants of a module.
 *
 * @param from the version that runs; empty where it does not
 * @param to the version that is to run; empty for none
 * @param stored where that version came as a file, in the store or about to be; empty for one of the distribution
 */
public record Target(
        Action action, String feature, Optional<String> from, Optional<String> to, Optional<StoredModule> stored) {

    /** The same, with the version where it was kept. */
    public Target with(StoredModule kept) {
        return new Target(action, feature, from, to, Optional.of(kept));
    }

    /** The version that is to run. */
    public Wish wish() {
        return new Wish(feature, to.orElseThrow(), stored.map(StoredModule::repository));
    }
}
