package org.gridloom.platform.rest.internal.server;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;

/** Saves sending a record again to a caller who has this version of it. */
final class NotModifiedFilter implements ContainerResponseFilter {

    private static final Set<String> READS = Set.of("GET", "HEAD");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Response.Status.OK.getStatusCode()
                || response.getEntityTag() == null
                || request.getHeaderString(HttpHeaders.IF_NONE_MATCH) == null
                || !READS.contains(request.getMethod())) {
            return;
        }
        Response.ResponseBuilder unchanged = request.getRequest().evaluatePreconditions(response.getEntityTag());
        if (unchanged != null && unchanged.build().getStatusInfo() == Response.Status.NOT_MODIFIED) {
            response.setStatusInfo(Response.Status.NOT_MODIFIED);
            response.setEntity(null);
        }
    }
}
