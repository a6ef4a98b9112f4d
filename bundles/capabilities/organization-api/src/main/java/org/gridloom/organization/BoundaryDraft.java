package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An outline for a unit.
 *
 * @param geoJson a GeoJSON Polygon or MultiPolygon in longitude and latitude (WGS 84), valid as OGC Simple Features has it
 * @param date first day of the boundary; null for today
 * @param source where the outline comes from; null if that is not recorded
 */
public record BoundaryDraft(
        String geoJson,
        LocalDate date,

        @Schema(example = "区自然资源局 2025 年测绘") @Size(max = 200) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*") String source) {}
