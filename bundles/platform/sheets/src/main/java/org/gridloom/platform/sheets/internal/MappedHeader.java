package org.gridloom.platform.sheets.internal;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A header of a file.
 *
 * @param header as it stands there
 * @param column key of what it means, empty if it is left aside, null where nobody knows
 */
public record MappedHeader(
        @Schema(example = "单元编码") String header,
        @Schema(example = "code") String column) {}
