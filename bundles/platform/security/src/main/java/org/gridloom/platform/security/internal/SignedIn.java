package org.gridloom.platform.security.internal;

/**
 * Who a request comes from and how we know.
 *
 * @param account name
 * @param token the session's token; null where each request brings name and password
 */
public record SignedIn(String account, String token) {

    /** What a page must send along to change anything, see {@link Sessions#csrf}; null without a session. */
    public String csrf() {
        return token == null ? null : Sessions.csrf(token);
    }

    @Override
    public String toString() {
        return "SignedIn[" + account + "]";
    }
}
