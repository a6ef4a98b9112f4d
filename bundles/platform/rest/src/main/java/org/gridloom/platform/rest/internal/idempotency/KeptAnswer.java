package org.gridloom.platform.rest.internal.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What was answered to a request. */
record KeptAnswer(String digest, int status, Map<String, String> headers, byte[] body, Instant createdAt) {

    static final Duration LIFETIME = Duration.ofHours(24);

    boolean isExpired(Instant now) {
        return createdAt.plus(LIFETIME).isBefore(now);
    }
}
