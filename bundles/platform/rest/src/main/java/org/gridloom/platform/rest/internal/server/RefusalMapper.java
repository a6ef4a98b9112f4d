package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.function.Predicate;
import org.gridloom.platform.rest.internal.problem.ProblemDetails;
import org.gridloom.platform.rest.internal.problem.Refusal;
import org.gridloom.platform.rest.internal.problem.Refusals;

/** Answers every exception with problem details. */
final class RefusalMapper implements ExceptionMapper<Throwable> {

    private final Predicate<String> declared;

    @Context
    private UriInfo uri;

    @Context
    private HttpServletRequest request;

    /** @param declared whether the bundle has something at a path, though perhaps not yet */
    RefusalMapper(Predicate<String> declared) {
        this.declared = declared;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof WebApplicationException web && isAnswer(web.getResponse())) {
            return web.getResponse();
        }
        Refusal refusal = isMissingFor(thrown) ? Refusal.restarting() : Refusals.of(thrown);
        Response.ResponseBuilder response = Response.status(refusal.status())
                .type(ProblemDetails.MEDIA_TYPE)
                .entity(ProblemDetails.of(refusal, Answers.requestId(request)));
        refusal.headers().forEach(response::header);
        return response.build();
    }

    /** A redirect, or an answer that the resource wrote itself. */
    private static boolean isAnswer(Response response) {
        return response.getStatus() < 400 || response.hasEntity();
    }

    /** A bundle's components come one by one. */
    private boolean isMissingFor(Throwable thrown) {
        return thrown instanceof NotFoundException
                && uri.getMatchedResources().isEmpty()
                && declared.test(uri.getPath());
    }
}
