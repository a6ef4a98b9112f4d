package org.gridloom.platform.persistence.internal.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class H2CommitsTest {

    private static final int PATIENCE_SECONDS = 20;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch inside = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger rollbacks = new AtomicInteger();

    @AfterEach
    void end() {
        goOn.countDown();
        threads.shutdownNow();
    }

    private final DataSource source = new H2Commits().of(proxy(DataSource.class, () -> proxy(Connection.class, null)));

    /** What makes connections, or a connection whose first commit takes its time. */
    private <T> T proxy(Class<T> type, Callable<Connection> connections) {
        Object proxy =
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    switch (method.getName()) {
                        case "getConnection":
                            return connections.call();
                        case "commit":
                            if (commits.incrementAndGet() == 1) {
                                inside.countDown();
                                assertThat(goOn.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                                        .isTrue();
                            }
                            return null;
                        case "rollback":
                            rollbacks.incrementAndGet();
                            return null;
                        default:
                            throw new SQLException(method.getName());
                    }
                });
        return type.cast(proxy);
    }

    private Future<?> commit() {
        return threads.submit(() -> {
            source.getConnection().commit();
            return null;
        });
    }

    @Test
    void commitsComeOneAfterTheOtherAndKeepNobodyElseWaiting() throws Exception {
        Future<?> first = commit();
        assertThat(inside.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        List<Future<?>> others = List.of(commit(), commit());

        source.getConnection().rollback();
        TimeUnit.MILLISECONDS.sleep(100);

        assertThat(rollbacks).hasValue(1);
        assertThat(commits).hasValue(1);
        goOn.countDown();
        first.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        for (Future<?> other : others) {
            other.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(commits).hasValue(3);
    }

    @Test
    void whatTheDatabaseRefusesComesOutAsItIs() throws Exception {
        Connection connection = source.getConnection();

        assertThatThrownBy(connection::createStatement)
                .isExactlyInstanceOf(SQLException.class)
                .hasMessage("createStatement");
    }
}
