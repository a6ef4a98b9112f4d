package org.gridloom.platform.persistence;

import java.time.Instant;

/**
 * That the district is read-only.
 *
 * @param since from when on
 * @param account who turned it on
 * @param reason why, in the words of whoever did; everybody who is signed in may read it
 */
public record ReadOnlyState(Instant since, String account, String reason) {}
