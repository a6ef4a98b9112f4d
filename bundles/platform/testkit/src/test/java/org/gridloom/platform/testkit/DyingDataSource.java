package org.gridloom.platform.testkit;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** Connections of a process that is killed before the statement or commit of a number: what was not committed is rolled back. */
final class DyingDataSource {

    private final DataSource alive;
    private int left;
    private boolean dead;

    /** @param moment from 1 */
    DyingDataSource(DataSource alive, int moment) {
        this.alive = alive;
        left = moment;
    }

    boolean isDead() {
        return dead;
    }

    DataSource source() {
        return proxy(DataSource.class, (proxy, method, arguments) -> {
            Object made = invoke(alive, method, arguments);
            return made instanceof Connection connection ? mortal(connection) : made;
        });
    }

    private Connection mortal(Connection connection) {
        return proxy(Connection.class, (proxy, method, arguments) -> {
            if (method.getName().equals("commit")) {
                live(connection);
            } else if (dead && !method.getName().equals("close")) {
                throw gone();
            }
            Object made = invoke(connection, method, arguments);
            return made instanceof Statement statement ? mortal(statement, connection) : made;
        });
    }

    private Statement mortal(Statement statement, Connection connection) {
        Class<? extends Statement> type = statement instanceof CallableStatement
                ? CallableStatement.class
                : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
        return proxy(type, (proxy, method, arguments) -> {
            if (method.getName().startsWith("execute") && !method.getName().equals("executeQuery")) {
                live(connection);
            }
            return invoke(statement, method, arguments);
        });
    }

    private void live(Connection connection) throws SQLException {
        if (!dead && --left == 0) {
            dead = true;
            connection.rollback();
        }
        if (dead) {
            throw gone();
        }
    }

    private static SQLException gone() {
        return new SQLException("The process was killed", "08006");
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(DyingDataSource.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
