package org.gridloom.platform.security;

/**
 * On whose behalf the current thread works.
 *
 * @param account account name, or {@code system:<process>} for work that nobody asked for in person
 * @param origin where the call came from, for the audit trail: {@code rest}, {@code console} or {@code system}
 * @param requestId identifies the call in logs and audit trail
 */
public record Caller(String account, String origin, String requestId) {}
