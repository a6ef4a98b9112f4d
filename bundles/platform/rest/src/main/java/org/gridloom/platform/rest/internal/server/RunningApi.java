package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.servlet.ServletContainer;
import org.gridloom.platform.rest.internal.problem.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One bundle's resources, served by a Jersey of their own. Ends when it is retired and its last request is through. */
final class RunningApi {

    private static final Logger LOG = LoggerFactory.getLogger(RunningApi.class);

    private final ServletContainer jersey;
    private final AtomicInteger users = new AtomicInteger(1);
    private final CountDownLatch ended = new CountDownLatch(1);

    private RunningApi(ServletContainer jersey) {
        this.jersey = jersey;
    }

    static RunningApi start(ResourceConfig resources, ServletConfig config) throws ServletException {
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        // Where jakarta.ws.rs looks for its implementation.
        thread.setContextClassLoader(ResourceConfig.class.getClassLoader());
        try {
            ServletContainer jersey = new ServletContainer(resources);
            jersey.init(config);
            return new RunningApi(jersey);
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    /** False when it has ended. */
    boolean serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
        if (users.getAndUpdate(n -> n == 0 ? 0 : n + 1) == 0) {
            return false;
        }
        try {
            Delivery delivery = Delivery.of(request, response);
            jersey.service(request, delivery);
            delivery.end(request);
            if (Answers.isUnexplained(response)) {
                Answers.prepare(request, response);
                Answers.refuse(request, response, Refusal.unreadableHeader());
            }
            return true;
        } finally {
            leave();
        }
    }

    void retire() {
        leave();
    }

    /** Waits until the last request under way has ended, or for as long as is given. */
    void awaitEnd(Duration patience) {
        try {
            if (!ended.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("{} requests go on though their module stops", users.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        if (users.decrementAndGet() == 0) {
            ended.countDown();
            jersey.destroy();
        }
    }
}
