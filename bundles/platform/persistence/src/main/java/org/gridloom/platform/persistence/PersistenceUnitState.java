package org.gridloom.platform.persistence;

import org.gridloom.platform.text.Text;

/**
 * How far a persistence unit is.
 *
 * @param unit name of the unit, the bundle's symbolic name
 * @param version version of the bundle
 * @param phase where it stands
 * @param message why it failed or what it waits for; never a database's own words
 */
public record PersistenceUnitState(String unit, String version, Phase phase, Text message) {

    /** Where a unit stands. */
    public enum Phase {
        /** Its turn has not come, or the database is away. */
        WAITING,
        /** Its tables are being brought up to date. */
        MIGRATING,
        /** Its {@code Transactions} service is there. */
        OPEN,
        /** It stays out until the bundle is updated or the platform restarted; see the message. */
        FAILED
    }
}
