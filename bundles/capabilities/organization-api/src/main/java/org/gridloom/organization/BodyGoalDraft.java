package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a goal shall be.
 *
 * @param year the year
 * @param text what shall be reached
 */
public record BodyGoalDraft(
        @Schema(example = "2026") @NotNull @Min(2000) @Max(2100) Integer year,

        @Schema(example = "全年解决共性难题 12 件") @NotBlank @Size(max = 500) String text) {}
