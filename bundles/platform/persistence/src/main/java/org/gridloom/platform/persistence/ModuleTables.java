package org.gridloom.platform.persistence;

import java.net.URL;
import java.util.List;
import java.util.SortedMap;
import org.osgi.annotation.versioning.ProviderType;

/** The tables of modules, whether these run or not. */
@ProviderType
public interface ModuleTables {

    /**
     * Judges a module's migrations against the database; writes nothing.
     *
     * @param unit name of its persistence unit, the bundle's symbolic name
     * @param migrations its change logs by path, as {@code migrations/0001-teams.xml}
     * @throws IllegalArgumentException if the change logs cannot be read or may not be applied; the message names
     *     what is wrong
     */
    MigrationPlan plan(String unit, SortedMap<String, URL> migrations);

    /** Names of the units whose tables are in the database, in alphabetical order; the platform's own are left out. */
    List<String> units();

    /** Names of a unit's tables as the database writes them, without what only migrations need. */
    List<String> of(String unit);
}
