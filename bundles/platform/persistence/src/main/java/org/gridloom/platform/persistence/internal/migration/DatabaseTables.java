package org.gridloom.platform.persistence.internal.migration;

import java.net.URL;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.gridloom.platform.persistence.MigrationPlan;
import org.gridloom.platform.persistence.ModuleTables;
import org.gridloom.platform.persistence.internal.db.Database;
import org.gridloom.platform.persistence.internal.tx.DatabaseErrors;

/** The tables of modules, as the database has them. */
public final class DatabaseTables implements ModuleTables {

    private final Database database;

    public DatabaseTables(Database database) {
        this.database = database;
    }

    @Override
    public MigrationPlan plan(String unit, SortedMap<String, URL> migrations) {
        FutureTask<MigrationPlan> plan =
                new FutureTask<>(() -> new Migration(database.pool(), database.dialect()).plan(unit, migrations));
        // Liquibase leaves much in thread-locals: they end with the thread.
        new Thread(plan, "gridloom-migration-plan").start();
        try {
            return plan.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MigrationFailure unreadable) {
                throw new IllegalArgumentException(unreadable.text().en(), unreadable);
            }
            throw DatabaseErrors.clean(new IllegalStateException(e.getCause()));
        }
    }

    @Override
    public List<String> units() {
        return read("select unit from platform_migrated where unit <> ? order by unit", "platform");
    }

    @Override
    public List<String> of(String unit) {
        String prefix = prefix(unit);
        List<String> ofOthers = units().stream()
                .map(DatabaseTables::prefix)
                .filter(other -> other.startsWith(prefix) && !other.equals(prefix))
                .toList();
        try (Connection connection = database.pool().getConnection();
                ResultSet row = connection
                        .getMetaData()
                        .getTables(connection.getCatalog(), connection.getSchema(), "%", new String[] {
                            "TABLE", "BASE TABLE"
                        })) {
            List<String> tables = new ArrayList<>();
            while (row.next()) {
                String name = row.getString("TABLE_NAME");
                String common = name.toLowerCase(Locale.ROOT);
                if (common.startsWith(prefix)
                        && !common.contains(Judgement.LOG)
                        && ofOthers.stream().noneMatch(common::startsWith)) {
                    tables.add(name);
                }
            }
            connection.rollback();
            return tables;
        } catch (SQLException e) {
            throw DatabaseErrors.clean(new IllegalStateException(e));
        }
    }

    private static String prefix(String unit) {
        return unit.substring(unit.lastIndexOf('.') + 1) + "_";
    }

    private List<String> read(String sql, String parameter) {
        try (Connection connection = database.pool().getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            List<String> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getString(1));
                }
            }
            connection.rollback();
            return found;
        } catch (SQLException e) {
            throw DatabaseErrors.clean(new IllegalStateException(e));
        }
    }
}
