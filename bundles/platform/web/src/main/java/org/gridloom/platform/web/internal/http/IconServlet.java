package org.gridloom.platform.web.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Serves the icon where browsers look for one, and sends those who ask for the page by its file name to it. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern({"/favicon.svg", "/favicon.ico", "/index.html"})
public final class IconServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SafeHeaders.set(response);
        if (request.getServletPath().endsWith(".html")) {
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", "/");
            return;
        }
        response.setContentType(ContentTypes.of("favicon.svg"));
        response.setHeader("Cache-Control", "public, max-age=86400");
        try (InputStream icon = IconServlet.class.getResourceAsStream("favicon.svg")) {
            icon.transferTo(response.getOutputStream());
        }
    }
}
