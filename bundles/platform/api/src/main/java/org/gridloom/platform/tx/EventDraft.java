package org.gridloom.platform.tx;

import java.util.Map;
import java.util.Objects;

/**
 * An event to publish. Name and version are a contract with subscribers: a change of the payload's meaning takes a new
 * version.
 *
 * @param name {@code <capability>.<noun>.<past verb>}, as in {@code organization.unit.moved}
 * @param version version of the payload's form, from 1
 * @param aggregate kind and id of the record whose events stay in order, as in {@code unit/210102021011}
 * @param unit code of the unit it happened in; null for the whole district
 * @param payload JSON values only; ids and codes, never personal data, as events are kept for good
 */
public record EventDraft(String name, int version, String aggregate, String unit, Map<String, ?> payload) {

    public EventDraft {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(aggregate, "aggregate");
        Objects.requireNonNull(payload, "payload");
        if (version < 1) {
            throw new IllegalArgumentException("version must be 1 or more");
        }
    }
}
