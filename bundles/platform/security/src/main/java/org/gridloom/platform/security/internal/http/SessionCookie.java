package org.gridloom.platform.security.internal.http;

import jakarta.ws.rs.core.NewCookie;

/**
 * The cookie that carries a session's token: unreadable for scripts, never sent by another site's page. On TLS its name
 * begins with {@code __Host-}, which browsers take from this host alone and over TLS alone: neither a neighbour in the same
 * domain nor a page on plain HTTP can put a session of its own in its place.
 */
public final class SessionCookie {

    private static final String PLAIN = "GRIDLOOM_SESSION";
    private static final String HOST_ONLY = "__Host-" + PLAIN;

    private SessionCookie() {}

    /** Its name on a connection that is secure, or is not. */
    static String name(boolean secure) {
        return secure ? HOST_ONLY : PLAIN;
    }

    /** Lives as long as the browser; the session's own time-outs are the server's. */
    public static NewCookie of(String token, boolean secure) {
        return cookie(token, secure).build();
    }

    public static NewCookie gone(boolean secure) {
        return cookie("", secure).maxAge(0).build();
    }

    private static NewCookie.Builder cookie(String value, boolean secure) {
        return new NewCookie.Builder(name(secure))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
