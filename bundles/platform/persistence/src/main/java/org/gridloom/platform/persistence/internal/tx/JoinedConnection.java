package org.gridloom.platform.persistence.internal.tx;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;

/**
 * The transaction's connection as its users see it: what would end or alter the transaction does nothing. It dies with
 * the transaction.
 */
final class JoinedConnection implements InvocationHandler {

    /** Without savepoints: there is no inner rollback. */
    private static final Set<String> LEFT_TO_THE_OUTERMOST =
            Set.of("close", "commit", "rollback", "setAutoCommit", "setReadOnly", "setTransactionIsolation", "abort");

    private final JoinedTransaction transaction;
    private final Connection connection;

    private JoinedConnection(JoinedTransaction transaction, Connection connection) {
        this.transaction = transaction;
        this.connection = connection;
    }

    static Connection of(JoinedTransaction transaction, Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                JoinedConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new JoinedConnection(transaction, connection));
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return identity(proxy, method, arguments);
        }
        if (method.getName().equals("setSavepoint")) {
            throw new SQLException("There is no inner rollback: let the exception roll the transaction back");
        }
        if (LEFT_TO_THE_OUTERMOST.contains(method.getName())) {
            return null;
        }
        if (transaction.isOver()) {
            if (method.getName().equals("isClosed")) {
                return true;
            }
            throw new SQLException("The transaction of this connection is over");
        }
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object identity(Object proxy, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "equals" -> proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            default -> "connection of a transaction";
        };
    }
}
