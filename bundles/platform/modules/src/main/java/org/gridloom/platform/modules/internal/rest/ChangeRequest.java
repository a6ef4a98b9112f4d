package org.gridloom.platform.modules.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * What is wanted of a module.
 *
 * @param version the one that is to run; null for the newest, in a rollback for the one before
 * @param force whether bundles of others may be restarted; no unless it says so
 */
record ChangeRequest(@Schema(example = "1.0.0") String version, Boolean force) {

    static ChangeRequest of(ChangeRequest body) {
        return body == null ? new ChangeRequest(null, null) : body;
    }

    boolean forced() {
        return Boolean.TRUE.equals(force);
    }
}
