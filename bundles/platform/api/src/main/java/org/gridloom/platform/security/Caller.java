package org.gridloom.platform.security;

/**
 * On whose behalf the current thread works.
 *
 * @param account account name, or {@code system:<process>} for work that nobody asked for in person
 * @param origin where the call came from, for the audit trail: {@code rest}, {@code console} or {@code system}
 * @param requestId identifies the call in logs and audit trail
 * @param address network address of whoever asked, {@link #LOCAL} on the machine's own console; null for work that nobody
 *     asked for
 * @param reason why, as whoever asked said of the call as a whole; null where nothing was said. Stands in the audit
 *     entries that have no reason of their own
 */
public record Caller(String account, String origin, String requestId, String address, String reason) {

    /** Account in the audit trail where nobody is signed in: of a sign-in that fails, say. */
    public static final String NOBODY = "anonymous";

    /** In place of an address where no network lies between. */
    public static final String LOCAL = "local";

    /** A caller of whom neither address nor reason is known. */
    public Caller(String account, String origin, String requestId) {
        this(account, origin, requestId, null, null);
    }

    /** The same caller in another call. */
    public Caller in(String request) {
        return new Caller(account, origin, request, address, reason);
    }
}
