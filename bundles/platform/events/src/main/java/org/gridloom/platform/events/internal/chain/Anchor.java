package org.gridloom.platform.events.internal.chain;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;

/**
 * Where a chain ended at some time, kept outside the database: whoever rewrites the chain there, hashes, end and all,
 * is found out by it.
 *
 * @param chain {@code audit} or {@code event}
 * @param position of the last sealed record
 * @param hash of that record; it covers all records before it
 * @param at when this was put down, an ISO instant
 * @param signature Ed25519 over the other four as lines of UTF-8, each ended by a line feed; Base64
 */
@JsonPropertyOrder({"chain", "position", "hash", "at", "signature"})
record Anchor(String chain, long position, String hash, String at, String signature) {

    byte[] signed() {
        return (chain + '\n' + position + '\n' + hash + '\n' + at + '\n').getBytes(StandardCharsets.UTF_8);
    }
}
