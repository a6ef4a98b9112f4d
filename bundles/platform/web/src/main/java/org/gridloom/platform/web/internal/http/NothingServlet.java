package org.gridloom.platform.web.internal.http;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;

/** Answers where nothing else does. The HTTP server's own page for that names the class that looked for a servlet. */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/")
public final class NothingServlet extends ReadOnlyServlet {

    private static final long serialVersionUID = 1L;
    private static final Text NOTHING = Text.of("没有此地址", "There is nothing at this address");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SafeHeaders.set(response);
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType("text/plain; charset=utf-8");
        response.getOutputStream().write((NOTHING.zh() + " / " + NOTHING.en() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
