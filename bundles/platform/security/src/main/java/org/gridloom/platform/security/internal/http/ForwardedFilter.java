package org.gridloom.platform.security.internal.http;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.gridloom.platform.security.internal.Settings;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterAsyncSupported;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterName;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardFilterPattern;

/**
 * The first filter of all: behind it a request through a trusted proxy looks as if the browser had sent it to us, and
 * whoever came encrypted is told to come so always.
 */
@Component(service = Filter.class, property = "service.ranking:Integer=2000000")
@HttpWhiteboardFilterName("gridloom-forwarded")
@HttpWhiteboardFilterPattern("/*")
@HttpWhiteboardFilterAsyncSupported
public class ForwardedFilter extends HttpFilter {

    private static final long serialVersionUID = 1L;
    private static final String A_YEAR = "max-age=31536000";

    private final transient Settings settings;

    @Activate
    public ForwardedFilter(@Reference Settings settings) {
        this.settings = settings;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest seen = ForwardedRequest.of(request, settings);
        if (seen.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR);
        }
        chain.doFilter(seen, response);
    }
}
