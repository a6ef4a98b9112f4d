package org.gridloom.platform.rest.internal.server;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.util.List;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.uri.UriTemplate;
import org.gridloom.platform.rest.internal.metric.RequestMeter;

/** Tells the servlet which operation a request is, before anything refuses it. */
@Priority(0)
final class OperationFilter implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        List<UriTemplate> matched = ((ExtendedUriInfo) request.getUriInfo()).getMatchedTemplates();
        StringBuilder path = new StringBuilder();
        for (int i = matched.size() - 1; i >= 0; i--) {
            String template = matched.get(i).getTemplate();
            path.append(template.startsWith("/") ? "" : "/").append(template);
        }
        // Jersey keeps properties as attributes of the servlet's request.
        request.setProperty(RequestMeter.OPERATION, path.toString().replaceAll("/{2,}", "/"));
    }
}
