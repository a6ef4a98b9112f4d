package org.gridloom.platform.persistence.internal.migration;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import liquibase.change.Change;
import liquibase.change.CheckSum;
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
        Map<String, String> applied = applied();
        Additions additions = new Additions(changeSets);
        Set<String> known = changeSets.stream().map(Judgement::name).collect(Collectors.toSet());
        return new MigrationPlan(
                changeSets.stream()
                        .filter(changeSet -> !applied.containsKey(name(changeSet)))
                        .map(changeSet -> pending(changeSet, additions.addsOnly(changeSet)))
                        .toList(),
                applied.keySet().stream()
                        .filter(name -> !known.contains(name) && !tolerated.contains(name))
                        .toList(),
                changeSets.stream()
                        .filter(changeSet -> isAltered(changeSet, applied.get(name(changeSet))))
                        .map(Judgement::name)
                        .toList());
    }

    private static boolean isAltered(ChangeSet changeSet, String sum) {
        return sum != null && !changeSet.isCheckSumValid(CheckSum.parse(sum));
    }

    /** Check sums by name, in the order of their being applied. */
    private Map<String, String> applied() throws SQLException {
        Map<String, String> applied = new LinkedHashMap<>();
        if (!isThere()) {
            return applied;
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select filename, id, md5sum from " + capability + LOG + " order by orderexecuted")) {
            while (row.next()) {
                applied.put(name(row.getString(1), row.getString(2)), row.getString(3));
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
