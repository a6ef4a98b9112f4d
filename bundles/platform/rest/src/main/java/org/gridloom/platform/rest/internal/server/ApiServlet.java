package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.gridloom.platform.rest.internal.idempotency.IdempotentRequests;
import org.gridloom.platform.rest.internal.problem.Refusal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Hands each request below {@code /api/} to the bundle that owns the first segment of its path. Paths of a module that
 * is down for the moment answer 503, so that clients try again; paths that no module has, 404.
 */
@Component(
        service = Servlet.class,
        property = {"osgi.http.whiteboard.servlet.pattern=/api/*", "osgi.http.whiteboard.servlet.name=gridloom-api"})
public final class ApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final int MOST_WAITING = 64;

    private final transient Semaphore waiting = new Semaphore(MOST_WAITING);
    private final transient BundleApis apis;
    private final transient Routes routes;
    private final transient KnownModules known;
    private final transient BodyLimits limits;
    private final transient IdempotentRequests idempotency;

    @Activate
    public ApiServlet(
            @Reference BundleApis apis,
            @Reference Routes routes,
            @Reference KnownModules known,
            @Reference BodyLimits limits,
            @Reference IdempotentRequests idempotency) {
        this.apis = apis;
        this.routes = routes;
        this.known = known;
        this.limits = limits;
        this.idempotency = idempotency;
    }

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        apis.open(config);
    }

    @Override
    public void destroy() {
        apis.close();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String segment = request.getPathInfo() == null ? "" : Resources.firstSegment(request.getPathInfo());
        BundleApi api = routes.at(segment).orElse(null);
        if (api == null) {
            Answers.refuse(request, response, known.refusal(segment));
            return;
        }
        idempotency.serve(limits.limit(request), response, (asked, answer) -> serve(api, asked, answer));
    }

    private void serve(BundleApi api, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        RunningApi running = api.running();
        if (running != null && running.serve(request, response)) {
            return;
        }
        running = late(api);
        if (running == null || !running.serve(request, response)) {
            Answers.refuse(request, response, Refusal.restarting());
        }
    }

    /** Waits a little, but never so many requests at once that none would be left for other modules. */
    private RunningApi late(BundleApi api) {
        if (!waiting.tryAcquire()) {
            return null;
        }
        try {
            return api.runningSoon();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            waiting.release();
        }
    }
}
