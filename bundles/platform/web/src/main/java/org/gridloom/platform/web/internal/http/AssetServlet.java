package org.gridloom.platform.web.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.platform.web.internal.Ui;
import org.gridloom.platform.web.internal.UiFolder;
import org.gridloom.platform.web.internal.UiRegistry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/**
 * Serves what bundles have in {@code ui/}, at {@code /ui/<bundle>/<digest>/<path>}. An old digest gives what there is
 * now, which nobody may keep: a page that was opened before an update still finds its modules.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/ui/*")
public final class AssetServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    private static final Pattern ADDRESS = Pattern.compile("/([^/]+)/([0-9a-f]{12})/(.+)");
    private static final String FOR_EVER = "public, max-age=31536000, immutable";

    private final transient UiRegistry registry;

    @Activate
    public AssetServlet(@Reference UiRegistry registry) {
        this.registry = registry;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SafeHeaders.set(response);
        response.setHeader("Cache-Control", "no-cache");
        Matcher address = ADDRESS.matcher(Objects.requireNonNullElse(request.getPathInfo(), ""));
        if (!address.matches()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Optional<Ui> ui = registry.find(address.group(1));
        if (ui.isEmpty() && registry.isExpected(address.group(1))) {
            response.setHeader("Retry-After", "2");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        Optional<byte[]> content = ui.flatMap(found -> found.folder().content(address.group(3)));
        if (content.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        UiFolder folder = ui.get().folder();
        if (folder.digest().equals(address.group(2))) {
            response.setHeader("Cache-Control", FOR_EVER);
        }
        send(request, response, address.group(3), folder, content.get());
    }

    private static void send(
            HttpServletRequest request, HttpServletResponse response, String path, UiFolder folder, byte[] content)
            throws IOException {
        String digest = folder.digest(path);
        response.setHeader("ETag", '"' + digest + '"');
        // A proxy or gzip may have added to the tag.
        if (Objects.requireNonNullElse(request.getHeader("If-None-Match"), "").contains(digest)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setContentType(ContentTypes.of(path));
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
