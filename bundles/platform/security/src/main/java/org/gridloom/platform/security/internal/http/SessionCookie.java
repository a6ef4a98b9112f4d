package org.gridloom.platform.security.internal.http;

import jakarta.ws.rs.core.NewCookie;

/** The cookie that carries a session's token: unreadable for scripts, never sent by another site's page. */
public final class SessionCookie {

    private SessionCookie() {}

    /** Lives as long as the browser; the session's own time-outs are the server's. */
    public static NewCookie of(String token, boolean secure) {
        return cookie(token, secure).build();
    }

    public static NewCookie gone(boolean secure) {
        return cookie("", secure).maxAge(0).build();
    }

    private static NewCookie.Builder cookie(String value, boolean secure) {
        return new NewCookie.Builder(Request.COOKIE)
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite(NewCookie.SameSite.STRICT);
    }
}
