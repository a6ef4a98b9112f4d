package org.gridloom.platform.persistence.internal.migration;

import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.UpdateSummaryOutputEnum;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.ui.LoggerUIService;
import org.gridloom.platform.persistence.MigrationPlan;
import org.gridloom.platform.persistence.internal.db.Dialect;
import org.gridloom.platform.persistence.internal.unit.UnitSource;
import org.gridloom.platform.text.Text;

/**
 * Brings the tables of units up to date. Run it on a thread that ends soon after: Liquibase leaves much in thread-locals.
 * One process at a time migrates a database.
 */
public final class Migration {

    private static final ClassLoader LIQUIBASE = Liquibase.class.getClassLoader();
    private static final Pattern CHANGE_SET = Pattern.compile("change ?set (\\S+::\\S+)::", Pattern.CASE_INSENSITIVE);
    private static final Pattern STATEMENT =
            Pattern.compile("\\[Failed SQL: (?:\\(\\d+\\) )?(.{1,300})", Pattern.DOTALL);

    private static final int NAMED = 5;

    private final DataSource pool;
    private final Dialect dialect;

    public Migration(DataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
    }

    /**
     * Applies the unit's change sets that were not applied yet.
     *
     * @throws MigrationFailure if one fails, or could not be begun again after a kill, or the database is of a later
     *     version of the unit
     * @throws SQLException if the database cannot be reached
     */
    public void run(UnitSource unit) throws MigrationFailure, SQLException {
        if (unit.migrations().isEmpty()) {
            return;
        }
        // What Liquibase finds by ServiceLoader comes through the thread's class loader, from the first of its classes
        // on.
        ClassLoader former = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(LIQUIBASE);
        try (Connection connection = pool.getConnection()) {
            dialect.lockMigrations(connection);
            try {
                Tolerated.prepare(connection);
                Steps.prepare(connection);
                ChangeLogs logs = new ChangeLogs(unit.migrations());
                Applied applied = new Applied(connection, unit.name());
                if (!applied.is(logs.digest())) {
                    applied.forget();
                    WholeChangeSets whole = new WholeChangeSets(connection, unit.name());
                    connect(unit, logs, whole.connection(), (of, liquibase, same) -> {
                        liquibase.setChangeExecListener(whole);
                        update(of, liquibase, same);
                    });
                    applied.put(logs.digest());
                }
            } finally {
                unlock(connection);
            }
        } catch (SQLException | MigrationFailure e) {
            throw e;
        } catch (Exception e) {
            throw failure(e);
        } finally {
            Thread.currentThread().setContextClassLoader(former);
        }
    }

    /**
     * Judges the unit's change sets against the database; writes nothing.
     *
     * @throws MigrationFailure if the change logs cannot be read, or hold what {@link #run} refuses
     * @throws SQLException if the database cannot be reached
     */
    public MigrationPlan plan(String unit, SortedMap<String, URL> migrations) throws MigrationFailure, SQLException {
        UnitSource source = UnitSource.tables(unit, "", LIQUIBASE, migrations);
        MigrationPlan[] plan = new MigrationPlan[1];
        ClassLoader former = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(LIQUIBASE);
        try (Connection connection = pool.getConnection()) {
            connect(
                    source,
                    new ChangeLogs(migrations),
                    connection,
                    (of, liquibase, same) -> plan[0] = new Judgement(of.capability(), same)
                            .plan(liquibase.getDatabaseChangeLog().getChangeSets(), tolerated(of, same)));
            connection.rollback();
        } catch (SQLException | MigrationFailure e) {
            throw e;
        } catch (Exception e) {
            throw failure(e);
        } finally {
            Thread.currentThread().setContextClassLoader(former);
        }
        return plan[0];
    }

    /** What is done with a Liquibase that knows the unit's change logs and its tables of applied ones. */
    private interface Work {
        void with(UnitSource unit, Liquibase liquibase, Connection connection) throws Exception;
    }

    private static void connect(UnitSource unit, ChangeLogs logs, Connection connection, Work work) throws Exception {
        Map<String, Object> scope = Map.of(
                Scope.Attr.classLoader.name(),
                LIQUIBASE,
                Scope.Attr.logService.name(),
                new Silence(),
                Scope.Attr.ui.name(),
                new LoggerUIService(),
                // Otherwise each update would tell the vendor about it, over the network.
                "liquibase.analytics.enabled",
                false);
        Scope.child(scope, () -> {
            liquibase.database.Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            database.setDatabaseChangeLogTableName(unit.capability() + Judgement.LOG);
            database.setDatabaseChangeLogLockTableName(unit.capability() + "_changeloglock");
            Liquibase liquibase = new Liquibase(ChangeLogs.ALL, logs, database);
            liquibase.setShowSummary(UpdateSummaryEnum.OFF);
            liquibase.setShowSummaryOutput(UpdateSummaryOutputEnum.LOG);
            refuseHalves(liquibase.getDatabaseChangeLog().getChangeSets());
            work.with(unit, liquibase, connection);
        });
    }

    /** What runs outside a transaction may be there by half after a kill, without anybody knowing which half. */
    private static void refuseHalves(List<ChangeSet> changeSets) throws MigrationFailure {
        String halves = changeSets.stream()
                .filter(changeSet -> !changeSet.isRunInTransaction())
                .map(Judgement::name)
                .limit(NAMED)
                .collect(Collectors.joining(", "));
        if (!halves.isEmpty()) {
            throw new MigrationFailure(Text.of(
                    "变更集 %s 设为 runInTransaction=\"false\",中途被终止后无法续作;请去掉该属性",
                    "Change set %s has runInTransaction=\"false\": it could not be gone on with if it is killed. Leave the"
                            + " attribute out",
                    halves));
        }
    }

    private void update(UnitSource unit, Liquibase liquibase, Connection connection) throws Exception {
        // Whoever could hold Liquibase's own lock would hold the dialect's: a row found locked is of a killed start.
        LockServiceFactory.getInstance().getLockService(liquibase.getDatabase()).forceReleaseLock();
        refuseForeign(unit, liquibase, connection);
        liquibase.update(new Contexts(), new LabelExpression());
        List<ChangeSet> changeSets = liquibase.getDatabaseChangeLog().getChangeSets();
        new Tolerated(connection, unit.name())
                .add(new Additions(changeSets)
                        .of(changeSets).stream().map(Judgement::name).toList());
        LockServiceFactory.getInstance().resetAll();
    }

    private static Set<String> tolerated(UnitSource unit, Connection connection) throws SQLException {
        return new Tolerated(connection, unit.name()).all();
    }

    private static void refuseForeign(UnitSource unit, Liquibase liquibase, Connection connection)
            throws LiquibaseException, MigrationFailure, SQLException {
        List<String> foreign = new Judgement(unit.capability(), connection)
                .plan(liquibase.getDatabaseChangeLog().getChangeSets(), tolerated(unit, connection))
                .foreign();
        if (!foreign.isEmpty()) {
            throw new MigrationFailure(Text.of(
                    "数据库由该模块的更新版本建立(本模块 %s 不认识:%s),拒绝降级;请安装新版本或恢复备份",
                    "A later version of this module made the database (%s does not know: %s). Downgrades are refused: "
                            + "install the later version or restore a backup",
                    unit.version(),
                    foreign.stream().limit(NAMED).collect(Collectors.joining(", "))));
        }
    }

    /** The lock ends with the connection at the latest. */
    private void unlock(Connection connection) throws SQLException {
        if (!connection.isClosed() && connection.isValid(2)) {
            connection.rollback();
            dialect.unlockMigrations(connection);
            connection.commit();
        }
    }

    private static Exception cause(Exception e) {
        Throwable t = e;
        for (int depth = 0; t != null && depth < 30; t = t.getCause(), depth++) {
            if (t instanceof SQLException sql) {
                return sql;
            }
            if (t instanceof MigrationFailure failure) {
                return failure;
            }
        }
        return e;
    }

    private static MigrationFailure failure(Exception e) throws SQLException {
        Exception cause = cause(e);
        if (cause instanceof MigrationFailure known) {
            return known;
        }
        if (cause instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("08")) {
            throw sql;
        }
        String changeSet = find(CHANGE_SET, e, "?");
        String statement = find(STATEMENT, e, "").replaceAll("\\s+", " ").replaceAll("]$", "");
        String state = cause instanceof SQLException sql
                ? "SQLState " + sql.getSQLState()
                : cause.getClass().getName();
        String detail = cause instanceof SQLException ? statement : String.valueOf(firstLine(e.getMessage()));
        return new MigrationFailure(
                Text.of("数据库迁移失败:变更集 %s(%s)%s", "Migration failed: change set %s (%s) %s", changeSet, state, detail));
    }

    private static String find(Pattern pattern, Exception e, String otherwise) {
        Throwable t = e;
        for (int depth = 0; t != null && depth < 30; t = t.getCause(), depth++) {
            Matcher matcher = pattern.matcher(String.valueOf(t.getMessage()));
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return otherwise;
    }

    private static String firstLine(String message) {
        return message == null ? null : message.lines().findFirst().orElse("");
    }
}
