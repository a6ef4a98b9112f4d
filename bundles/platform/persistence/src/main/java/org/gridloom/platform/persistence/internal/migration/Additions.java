package org.gridloom.platform.persistence.internal.migration;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import liquibase.change.AddColumnConfig;
import liquibase.change.Change;
import liquibase.change.ConstraintsConfig;
import liquibase.change.core.AddColumnChange;
import liquibase.change.core.CreateIndexChange;
import liquibase.change.core.CreateSequenceChange;
import liquibase.change.core.CreateTableChange;
import liquibase.change.core.SetColumnRemarksChange;
import liquibase.change.core.SetTableRemarksChange;
import liquibase.changelog.ChangeSet;

/** Tells changes of the tables that an earlier version of a module does not notice (expand) from those that break it. */
final class Additions {

    private static final Set<Class<? extends Change>> HARMLESS = Set.of(
            CreateTableChange.class,
            CreateSequenceChange.class,
            SetTableRemarksChange.class,
            SetColumnRemarksChange.class);

    /** File and table, as a file of migrations belongs to one version: who does not know it knows its tables neither. */
    private final Set<List<String>> made = new HashSet<>();

    Additions(List<ChangeSet> changeSets) {
        for (ChangeSet changeSet : changeSets) {
            for (Change change : changeSet.getChanges()) {
                if (change instanceof CreateTableChange table) {
                    made.add(List.of(changeSet.getFilePath(), table.getTableName()));
                }
            }
        }
    }

    /** Those that who does not know them can live with. */
    Set<ChangeSet> of(List<ChangeSet> changeSets) {
        return changeSets.stream().filter(this::addsOnly).collect(Collectors.toSet());
    }

    boolean addsOnly(ChangeSet changeSet) {
        return changeSet.getChanges().stream()
                .allMatch(change -> HARMLESS.contains(change.getClass())
                        || isOnNewTable(changeSet, change)
                        || change instanceof AddColumnChange columns
                                && columns.getColumns().stream().allMatch(Additions::mayStayEmpty)
                        || change instanceof CreateIndexChange index && !Boolean.TRUE.equals(index.isUnique()));
    }

    private boolean isOnNewTable(ChangeSet changeSet, Change change) {
        return Judgement.table(change)
                .filter(table -> made.contains(List.of(changeSet.getFilePath(), table)))
                .isPresent();
    }

    private static boolean mayStayEmpty(AddColumnConfig column) {
        Optional<ConstraintsConfig> constraints = Optional.ofNullable(column.getConstraints());
        boolean isRequired = constraints.map(ConstraintsConfig::isNullable).equals(Optional.of(false));
        boolean isUnique = constraints.map(ConstraintsConfig::isUnique).equals(Optional.of(true))
                || constraints.map(ConstraintsConfig::isPrimaryKey).equals(Optional.of(true));
        return !isUnique && (!isRequired || column.getDefaultValueObject() != null);
    }
}
