package org.gridloom.platform.security.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.gridloom.platform.security.internal.domain.UnitCode;

/**
 * A role to grant.
 *
 * @param role its code
 * @param unit code of the unit within which, and below which, it holds; null for the whole district
 * @param validFrom first day; null for today
 * @param validTo last day; null for an open end
 */
public record NewGrant(
        @Schema(example = "street-staff") @NotBlank String role,

        @Schema(example = "210102021", nullable = true) @Pattern(regexp = UnitCode.PATTERN, message = UnitCode.MEANING) String unit,

        @Schema(example = "2026-01-01", nullable = true) LocalDate validFrom,
        @Schema(example = "2030-12-31", nullable = true) LocalDate validTo) {}
