package org.gridloom.platform.persistence.internal.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import org.gridloom.platform.persistence.MigrationPlan;
import org.gridloom.platform.persistence.MigrationPlan.Pending;

/** A capability's change sets against those that the database has had. */
final class Judgement {

    static final String LOG = "_changelog";

    private final String capability;
    private final Connection connection;

    Judgement(String capability, Connection connection) {
        this.capability = capability;
        this.connection = connection;
    }

    static String name(ChangeSet changeSet) {
        return name(changeSet.getFilePath(), changeSet.getId());
    }

    private static String name(String file, String id) {
        return file + "::" + id;
    }

    /** @param tolerated those that may be there though nobody knows them */
    MigrationPlan plan(List<ChangeSet> changeSets, Collection<String> tolerated) throws SQLException {
        Set<String> applied = applied();
        Additions additions = new Additions(changeSets);
        Set<String> known = changeSets.stream().map(Judgement::name).collect(Collectors.toSet());
        return new MigrationPlan(
                changeSets.stream()
                        .filter(changeSet -> !applied.contains(name(changeSet)))
                        .map(changeSet -> pending(changeSet, additions.addsOnly(changeSet)))
                        .toList(),
                applied.stream()
                        .filter(name -> !known.contains(name) && !tolerated.contains(name))
                        .toList());
    }

    private Set<String> applied() throws SQLException {
        Set<String> applied = new LinkedHashSet<>();
        if (!isThere()) {
            return applied;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select filename, id from " + capability + LOG + " order by orderexecuted")) {
            while (row.next()) {
                applied.add(name(row.getString(1), row.getString(2)));
            }
        }
        return applied;
    }

    private boolean isThere() throws SQLException {
        try (ResultSet row = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (row.next()) {
                if (row.getString("TABLE_NAME").toLowerCase(Locale.ROOT).equals(capability + LOG)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Pending pending(ChangeSet changeSet, boolean addsOnly) {
        return new Pending(
                name(changeSet),
                changeSet.getChanges().stream().map(Judgement::shown).toList(),
                addsOnly);
    }

    /** As {@code addColumn snow_team}: what Liquibase says of its changes is in English alone. */
    private static String shown(Change change) {
        String name = change.getSerializedObjectName();
        return table(change).map(table -> name + " " + table).orElse(name);
    }

    /** The table that it is about, where it is about one. */
    static Optional<String> table(Change change) {
        return Stream.of("tableName", "baseTableName")
                .filter(change.getSerializableFields()::contains)
                .map(change::getSerializableFieldValue)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .findFirst();
    }
}
