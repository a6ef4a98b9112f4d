package org.gridloom.platform.persistence;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** What became of the database and of each bundle's persistence unit. May be asked from any thread; never blocks long. */
@ProviderType
public interface PersistenceUnits {

    /** The units of all bundles that are started, by name; the platform's own tables come first, as {@code platform}. */
    List<PersistenceUnitState> states();

    /** Whether the database answers now. */
    boolean reachable();

    /** Its connections. */
    PoolState pool();
}
