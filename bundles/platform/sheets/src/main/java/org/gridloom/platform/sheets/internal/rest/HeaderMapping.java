package org.gridloom.platform.sheets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * What headers mean to the caller.
 *
 * @param columns column keys by header; empty to leave the header aside, null to forget what was said of it
 */
public record HeaderMapping(
        @Schema(example = "{\"户主\": \"name\", \"备考\": \"\"}")
        Map<String, String> columns) {}
