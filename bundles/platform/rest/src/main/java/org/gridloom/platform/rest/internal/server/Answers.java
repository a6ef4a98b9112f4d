package org.gridloom.platform.rest.internal.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.gridloom.platform.rest.RequestId;
import org.gridloom.platform.rest.internal.json.JsonMappers;
import org.gridloom.platform.rest.internal.problem.Language;
import org.gridloom.platform.rest.internal.problem.ProblemDetails;
import org.gridloom.platform.rest.internal.problem.Refusal;

/** What every answer below {@code /api/} carries, and refusals written outside Jersey. */
public final class Answers {

    private Answers() {}

    /** Sets the headers that all answers bear. */
    static void prepare(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader(RequestId.HEADER, requestId(request));
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Referrer-Policy", "no-referrer");
    }

    /** Answers with a refusal in place of whatever was going to be answered; too late once an answer is on its way. */
    public static void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setHeader("Location", null);
        response.setHeader("ETag", null);
        Locale locale = Language.of(request.getHeader("Accept-Language"));
        refusal.headers().forEach((name, value) -> {
            if (!response.containsHeader(name)) {
                response.setHeader(name, value);
            }
        });
        response.setStatus(refusal.status());
        response.setContentType(ProblemDetails.MEDIA_TYPE);
        response.setHeader("Content-Language", locale.toLanguageTag());
        response.setHeader("Vary", "Accept-Language");
        byte[] body = JsonMappers.plain()
                .writer()
                .with(locale)
                .writeValueAsBytes(ProblemDetails.of(refusal, requestId(request)));
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    /** Jersey itself refuses headers that it cannot read, in no words, and may take away all that was set before. */
    static boolean isUnexplained(HttpServletResponse response) {
        return response.getStatus() == HttpServletResponse.SC_BAD_REQUEST
                && response.getContentType() == null
                && !response.isCommitted();
    }

    static String requestId(HttpServletRequest request) {
        return (String) request.getAttribute(RequestId.ATTRIBUTE);
    }
}
