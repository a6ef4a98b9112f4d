package org.gridloom.platform.persistence;

import java.util.List;

/**
 * What a version of a module would do to its tables, or find in them.
 *
 * @param pending change sets that would be applied, in their order
 * @param foreign change sets of another version that this one can neither know nor live with: it would refuse the
 *     tables; as {@code migrations/0002-teams.xml::teams-phone}
 * @param altered change sets that were applied in another form: what was released may not be changed
 */
public record MigrationPlan(List<Pending> pending, List<String> foreign, List<String> altered) {

    public MigrationPlan {
        pending = List.copyOf(pending);
        foreign = List.copyOf(foreign);
        altered = List.copyOf(altered);
    }

    /**
     * A change set that is not applied yet.
     *
     * @param changeSet file and id, as {@code migrations/0001-teams.xml::teams}
     * @param changes what it does, as {@code createTable snow_team}
     * @param addsOnly whether a version that does not know it can live with it: it adds tables, columns that may stay
     *     empty, or indexes
     */
    public record Pending(String changeSet, List<String> changes, boolean addsOnly) {

        public Pending {
            changes = List.copyOf(changes);
        }
    }
}
