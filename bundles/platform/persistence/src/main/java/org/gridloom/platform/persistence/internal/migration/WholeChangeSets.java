package org.gridloom.platform.persistence.internal.migration;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.ChangeSet.RunStatus;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;
import liquibase.exception.UnexpectedLiquibaseException;

/**
 * Has a change set and the mark that it ran committed together. Liquibase commits one after the other: the next start of a
 * process that was killed in between would be told of a table that is there already, and so would all later ones.
 */
final class WholeChangeSets extends AbstractChangeExecListener {

    private final Connection connection;
    private final Optional<Steps> steps;
    private boolean isInside;
    private boolean isChanging;

    /** For a unit that is migrated over the connection. */
    WholeChangeSets(Connection connection, String unit) throws SQLException {
        this.connection = connection;
        steps = connection.getMetaData().dataDefinitionCausesTransactionCommit()
                ? Optional.of(new Steps(connection, unit))
                : Optional.empty();
    }

    /** The connection for Liquibase, which does not commit while a change set is under way. */
    Connection connection() {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (isInside && method.getName().equals("commit")) {
                return null;
            }
            Object result = invoke(connection, method, arguments);
            return steps.isPresent() && result instanceof Statement statement
                    ? noted(steps.get(), statement, arguments)
                    : result;
        });
    }

    private Statement noted(Steps noting, Statement statement, Object[] made) {
        boolean isPrepared = statement instanceof PreparedStatement;
        Class<? extends Statement> type = isPrepared ? PreparedStatement.class : Statement.class;
        return proxy(type, (proxy, method, arguments) -> {
            if (!isChanging
                    || !method.getName().startsWith("execute")
                    || method.getName().equals("executeQuery")) {
                return invoke(statement, method, arguments);
            }
            Object[] text = isPrepared ? made : arguments;
            String sql = text == null ? "" : String.valueOf(text[0]);
            Object result = noting.run(sql, () -> invoke(statement, method, arguments));
            return result == null ? nothing(statement, method) : result;
        });
    }

    /** For a statement that need not run: no result set, no row changed. */
    private static Object nothing(Statement statement, Method method) throws SQLException {
        Class<?> type = method.getReturnType();
        if (type.isArray()) {
            statement.clearBatch();
            return type == int[].class ? new int[0] : new long[0];
        }
        if (type == boolean.class) {
            return false;
        }
        return type == int.class ? (Object) 0 : (Object) 0L;
    }

    @Override
    public void willRun(ChangeSet changeSet, DatabaseChangeLog log, Database database, RunStatus status) {
        try {
            if (steps.isPresent() && steps.get().begin(changeSet)) {
                // They say whether to begin.
                changeSet.setPreconditions(null);
            }
        } catch (SQLException e) {
            throw new UnexpectedLiquibaseException(e);
        }
    }

    /** Before that preconditions are asked for, and rolled back. */
    @Override
    public void willRun(Change change, ChangeSet changeSet, DatabaseChangeLog log, Database database) {
        isInside = true;
        isChanging = true;
    }

    /** The mark that follows the last is committed with it, and needs no note. */
    @Override
    public void ran(Change change, ChangeSet changeSet, DatabaseChangeLog log, Database database) {
        isChanging = false;
    }

    /** After the mark, before Liquibase commits again. */
    @Override
    public void ran(ChangeSet changeSet, DatabaseChangeLog log, Database database, ExecType type) {
        isInside = false;
        try {
            if (steps.isPresent()) {
                steps.get().done();
            }
        } catch (SQLException e) {
            throw new UnexpectedLiquibaseException(e);
        }
    }

    /** After it was rolled back. */
    @Override
    public void runFailed(ChangeSet changeSet, DatabaseChangeLog log, Database database, Exception e) {
        isInside = false;
        isChanging = false;
        try {
            if (steps.isPresent()) {
                steps.get().failed();
            }
        } catch (SQLException away) {
            e.addSuppressed(away);
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(
                WholeChangeSets.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals("equals")
                        ? proxy == arguments[0]
                        : handler.invoke(proxy, method, arguments)));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
