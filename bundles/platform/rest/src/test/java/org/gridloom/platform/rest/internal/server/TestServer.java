package org.gridloom.platform.rest.internal.server;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Field;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.gridloom.platform.files.Storage;
import org.gridloom.platform.rest.RestResource;
import org.gridloom.platform.rest.internal.idempotency.IdempotentRequests;
import org.gridloom.platform.rest.internal.metric.RequestMeter;
import org.gridloom.platform.rest.internal.module.Components;
import org.gridloom.platform.rest.internal.module.GridloomBundles;
import org.gridloom.platform.rest.internal.module.LeftOut;
import org.gridloom.platform.rest.internal.module.StartErrors;
import org.gridloom.platform.rest.internal.module.WantedFeatures;
import org.gridloom.platform.rest.internal.openapi.ApiDocuments;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.tx.Transactions;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.BundleListener;
import org.osgi.framework.ServiceReference;

/** The REST server on a real Jetty, with bundles that come and go as a test says. */
public final class TestServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MOMENT = Duration.ofMillis(1).toNanos();

    private final BundleContext context = mock(BundleContext.class);
    private final Map<String, Bundle> bundles = new LinkedHashMap<>();
    private final Permits permits = new Permits();
    private final IdempotentRequests idempotency;
    private final Routes routes = new Routes();
    private final RequestMeter meter = new RequestMeter();
    private Storage storage;
    private final WantedFeatures features = mock(WantedFeatures.class);
    private final Components components = mock(Components.class);
    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = new Server();
    private String leftOut = "";
    private ServerConnector connector;
    private BundleApis apis;

    public TestServer(Clock clock) {
        idempotency = new IdempotentRequests(clock);
        when(features.isWanted(any())).thenReturn(false);
    }

    public TestServer with(Access access) {
        set(permits, "access", access);
        return this;
    }

    public TestServer with(Transactions transactions, Callers callers) {
        set(idempotency, "transactions", transactions);
        set(idempotency, "callers", callers);
        return this;
    }

    public TestServer with(Storage disk) {
        storage = disk;
        return this;
    }

    public RequestMeter meter() {
        return meter;
    }

    public Permits permits() {
        return permits;
    }

    /** An installed bundle, with an OpenAPI document if a class path resource is named. */
    public Bundle bundle(String name, String document) {
        Bundle bundle = mock(Bundle.class, name);
        when(bundle.getBundleId()).thenReturn((long) bundles.size());
        when(bundle.getSymbolicName()).thenReturn(name);
        when(bundle.getState()).thenReturn(Bundle.ACTIVE);
        when(bundle.getHeaders("")).thenReturn(new Hashtable<>());
        if (document != null) {
            when(bundle.getEntry("OSGI-INF/openapi.json")).thenReturn(TestServer.class.getResource(document));
        }
        bundles.put(name, bundle);
        return bundle;
    }

    /** The operator started without the module. */
    public TestServer without(String module) {
        leftOut = module;
        return this;
    }

    public void wants(String capability) {
        when(features.isWanted(capability)).thenReturn(true);
    }

    public TestServer start() throws Exception {
        Bundle[] installed = bundles.values().toArray(Bundle[]::new);
        when(context.getBundles()).thenReturn(installed);
        ApiDocuments documents = new ApiDocuments(context);
        apis = new BundleApis(context, routes, new JerseyConfigs(permits, documents), components);
        RestSettings settings = new RestSettings() {
            @Override
            public int jsonKb() {
                return 64;
            }

            @Override
            public int fileKb() {
                return 1024;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return RestSettings.class;
            }
        };
        BodyLimits limits = new BodyLimits(settings);
        set(limits, "storage", storage);
        ApiServlet servlet = new ApiServlet(
                apis,
                routes,
                new KnownModules(
                        documents,
                        features,
                        new GridloomBundles(context, mock(StartErrors.class)),
                        new LeftOut(leftOut)),
                limits,
                idempotency);
        ServletContextHandler handler = new ServletContextHandler();
        handler.addFilter(new FilterHolder(new EdgeFilter(meter)), "/api/*", EnumSet.of(DispatcherType.REQUEST));
        ServletHolder holder = new ServletHolder(servlet);
        holder.setInitOrder(1);
        handler.addServlet(holder, "/api/*");
        server.setHandler(handler);
        connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.start();
        return this;
    }

    /** The bundle registers the resource; gives back how it takes it away. */
    public Runnable register(Bundle bundle, RestResource resource) {
        @SuppressWarnings("unchecked")
        ServiceReference<RestResource> reference = mock(ServiceReference.class);
        when(reference.getBundle()).thenReturn(bundle);
        apis.addResource(reference, resource);
        return () -> apis.removeResource(reference);
    }

    /** Whether a resource of the bundle waits for what others provide. */
    public void awaits(Bundle bundle, boolean now) {
        when(components.waitingResources(bundle))
                .thenReturn(now ? List.of(new Components.Waiting("Late", List.of("Other"), null)) : List.of());
    }

    public void uninstall(Bundle bundle) {
        when(bundle.getState()).thenReturn(Bundle.UNINSTALLED);
        ((BundleListener) apis).bundleChanged(new BundleEvent(BundleEvent.UNINSTALLED, bundle));
    }

    /** Waits until every change is served. */
    public TestServer settle() {
        while (!routes.unsettled().isEmpty()) {
            LockSupport.parkNanos(MOMENT);
        }
        return this;
    }

    public Answer get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers).GET());
    }

    public Answer send(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        return send(request(path, headers)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    public Answer post(String path, String json, String... headers) throws IOException, InterruptedException {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return send("POST", path, json, all);
    }

    public CompletableFuture<Answer> getAsync(String path) {
        return client.sendAsync(request(path).GET().build(), BodyHandlers.ofString())
                .thenApply(Answer::new);
    }

    public CompletableFuture<Answer> postAsync(String path, String json, String... headers) {
        HttpRequest request = request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString()).thenApply(Answer::new);
    }

    /** The answer's body to be read by the caller, who has its head already. */
    public InputStream postUnread(String path, String json, String... headers)
            throws IOException, InterruptedException {
        HttpRequest request = request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        return client.send(request, BodyHandlers.ofInputStream()).body();
    }

    /** Announces more of a body than it sends, as a browser does when an upload is cancelled; the whole answer as it comes. */
    public String breakOff(String path, String begun) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            String request = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 1000\r\n\r\n" + begun;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Reads the beginning of an answer and hangs up. */
    public void leave(String path) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort())) {
            String request = "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getInputStream().readNBytes(1000);
        }
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + connector.getLocalPort() + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Answer(client.send(request.build(), BodyHandlers.ofString()));
    }

    @Override
    public void close() throws Exception {
        server.stop();
        apis.deactivate();
    }

    private static void set(Object component, String field, Object value) {
        try {
            Field reference = component.getClass().getDeclaredField(field);
            reference.setAccessible(true);
            reference.set(component, value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the server answered. */
    public record Answer(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(response.body());
            } catch (IOException e) {
                throw new IllegalStateException(response.body(), e);
            }
        }

        /** Field of the first violation, and what is allowed. */
        public String violation() {
            JsonNode first = json().path("violations").path(0);
            return first.path("field").asText() + ": " + first.path("message").asText();
        }
    }
}
