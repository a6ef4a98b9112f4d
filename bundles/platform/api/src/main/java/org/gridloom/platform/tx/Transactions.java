package org.gridloom.platform.tx;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Transactions of one persistence unit. The platform registers one service for each bundle that carries a persistence
 * unit, with the service property {@code osgi.unit.name} = the bundle's symbolic name, once its migrations are through.
 *
 * <p>The outermost call on a thread begins a transaction on one database connection; calls inside it, also on other
 * units' templates, join it. It commits when the outermost call returns, and rolls back when any of them throws, even
 * if somebody catches the exception on the way: there is no partial outcome. Audit entries and events commit with it.
 */
@ProviderType
public interface Transactions {

    /** Does the work in a transaction; an exception of the work comes out as it is, after the rollback. */
    <T> T call(Work<T> work);

    /** As {@link #call} for work without a result. */
    default void run(Action action) {
        call(tx -> {
            action.run(tx);
            return null;
        });
    }

    /**
     * Reads only: {@link Tx#audit} and {@link Tx#publish} are refused, entities are read detached and nothing is
     * flushed. Joins a transaction that is under way and sees its changes.
     */
    <T> T read(Work<T> work);

    /**
     * Reads only, and all of one moment, however long it takes and whatever others write meanwhile: for exports and
     * backups. Readings within join it and see the same moment. Entities that they have read are let go of as they end.
     *
     * @throws IllegalStateException within a transaction that is not of one moment
     */
    <T> T snapshot(Work<T> work);

    /** Work with a result. */
    @FunctionalInterface
    interface Work<T> {
        T in(Tx tx);
    }

    /** Work without a result. */
    @FunctionalInterface
    interface Action {
        void run(Tx tx);
    }
}
