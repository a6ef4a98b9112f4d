package org.gridloom.platform.web.internal.http;

import jakarta.servlet.http.HttpServletResponse;

/** What every answer outside {@code /api/} carries. */
final class SafeHeaders {

    private static final String NO_DOCUMENT = "default-src 'none'; frame-ancestors 'none'";

    private SafeHeaders() {}

    /** For what is no page of its own. */
    static void set(HttpServletResponse response) {
        set(response, NO_DOCUMENT);
    }

    static void set(HttpServletResponse response, String contentPolicy) {
        response.setHeader("Content-Security-Policy", contentPolicy);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }
}
