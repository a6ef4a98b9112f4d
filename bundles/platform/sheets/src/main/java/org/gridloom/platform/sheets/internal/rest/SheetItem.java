package org.gridloom.platform.sheets.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.text.Text;

/** A list, and what the caller may do with it. */
public record SheetItem(
        @Schema(example = "organization.units") String name,
        @Schema(example = "区域单元") Text title,
        @Schema(example = "true") boolean importable,
        @Schema(example = "true") boolean exportable,
        @Schema(example = "[\"unit\"]") Set<String> filters,
        @Schema(example = "[]") List<SheetColumnItem> columns) {}
