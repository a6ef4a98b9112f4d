package org.gridloom.platform.persistence.internal.db;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.value.VersionedValue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what transactions that a kill cut short left in H2's tables and indexes. H2 notes each change in a log before
 * it makes it, and rolls back by that log when it opens the file. But what it writes to the file while others go on
 * changing can have a change whose note came too late. Nobody sees such a change, except for the transaction that gets the
 * number which the lost one had: that takes it for its own, so that an insert is refused as a duplicate of a row that
 * cannot be read.
 */
final class H2Leftovers {

    private static final Logger LOG = LoggerFactory.getLogger(H2Leftovers.class);
    /** From a connection to what keeps its tables: H2 exports the store's package, but not the way to it. */
    private static final List<String> WAY = List.of("getSession", "getDatabase", "getStore", "getMvStore");

    private H2Leftovers() {}

    /** To be called while there are no transactions: all that is not committed is left over then. */
    static void takeBack(Connection connection) throws SQLException {
        Optional<MVStore> found = store(connection);
        if (found.isEmpty()) {
            return;
        }
        MVStore store = found.get();
        long changes = 0;
        for (String name : store.getMapNames()) {
            if (name.startsWith("table.") || name.startsWith("index.")) {
                changes += map(store, name).map(H2Leftovers::takeBack).orElse(0L);
            }
        }
        store.commit();
        if (changes > 0) {
            LOG.info("Took back {} changes of transactions that were cut short with the last process", changes);
        }
    }

    /** Empty where another process has the file. */
    private static Optional<MVStore> store(Connection connection) throws SQLException {
        Object place = connection.unwrap(JdbcConnection.class);
        try {
            for (String step : WAY) {
                place = place.getClass().getMethod(step).invoke(place);
            }
        } catch (NoSuchMethodException remote) {
            LOG.debug("{} cannot be asked for its store", place.getClass());
            return Optional.empty();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
        return Optional.of((MVStore) place);
    }

    /** Empty for one that belongs to no table any more. */
    private static Optional<MVMap<Object, VersionedValue<Object>>> map(MVStore store, String name) {
        return Optional.ofNullable(
                store.getMap(Integer.parseInt(store.getMetaMap().get("name." + name), 16)));
    }

    private static long takeBack(MVMap<Object, VersionedValue<Object>> map) {
        long changes = 0;
        // A cursor stays with the map as it was when it began.
        for (Cursor<Object, VersionedValue<Object>> entry = map.cursor(null); entry.hasNext(); ) {
            Object key = entry.next();
            VersionedValue<Object> value = entry.getValue();
            if (!value.isCommitted()) {
                changes++;
                restore(map, key, value.getCommittedValue());
            }
        }
        return changes;
    }

    /** @param committed null for what was not there before */
    @SuppressWarnings("unchecked")
    private static void restore(MVMap<Object, VersionedValue<Object>> map, Object key, Object committed) {
        if (committed == null) {
            map.remove(key);
        } else {
            // H2's rows and values are their own committed versions.
            map.put(key, (VersionedValue<Object>) committed);
        }
    }
}
