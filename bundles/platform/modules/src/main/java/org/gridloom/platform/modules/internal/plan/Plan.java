package org.gridloom.platform.modules.internal.plan;

import java.util.List;

/**
 * What a change of a module would do, and what speaks against it. Nothing was done yet.
 *
 * @param action what is to be done
 * @param feature name of the module's feature
 * @param from the version that runs; null where none does
 * @param to the version that would run; null for none
 * @param along other features that come or go with it, with their versions
 * @param bundles what happens to its bundles
 * @param refreshed bundles of others that would be restarted
 * @param migrations change sets that would be applied to the database, in their order
 * @param keeps tables whose data stay, though nobody uses them afterwards
 * @param objections why it is not done; empty when it can be
 */
public record Plan(
        Action action,
        String feature,
        String from,
        String to,
        List<String> along,
        List<PlannedBundle> bundles,
        List<String> refreshed,
        List<PlannedMigration> migrations,
        List<String> keeps,
        List<Objection> objections) {

    /** A change that touches no bundle. */
    public static Plan nothing(Action action, String feature) {
        return new Plan(action, feature, null, null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Whether it would be done. */
    public boolean isPossible(boolean force) {
        return objections.stream().allMatch(objection -> force && objection.forceable());
    }

    /** What happens to a bundle. */
    public enum BundleChange {
        INSTALL,
        UPDATE,
        UNINSTALL
    }

    /**
     * A bundle that changes.
     *
     * @param from its version now; null where it is not there
     * @param to its version then; null where it goes
     */
    public record PlannedBundle(String name, BundleChange change, String from, String to) {}

    /**
     * A change set.
     *
     * @param bundle whose it is
     * @param addsOnly whether the version before can live with it, so that a rollback is possible
     */
    public record PlannedMigration(String bundle, String changeSet, List<String> changes, boolean addsOnly) {}
}
