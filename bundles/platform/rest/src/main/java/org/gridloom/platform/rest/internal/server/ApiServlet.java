package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    private static void serve(BundleApi api, HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        RunningApi running = api.running();
        if (running == null || !running.serve(request, response)) {
            Answers.refuse(request, response, Refusal.restarting());
        }
    }
}
