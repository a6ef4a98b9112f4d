package org.gridloom.platform.privacy.internal.store;

import java.time.Instant;

/**
 * A person's key, under a master key.
 *
 * @param keyId number of the master key; null when erased
 * @param wrapped null when erased
 * @param erasedAt null for who is not erased
 */
public record SubjectKey(
        String subject, Integer keyId, String wrapped, Instant erasedAt, String erasedReason, String erasedDocument) {

    public boolean isErased() {
        return erasedAt != null;
    }
}
