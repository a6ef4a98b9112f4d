package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A term ends.
 *
 * @param on first day after it; null for today
 * @param reason why, for the audit trail
 */
public record PostEnding(
        @Schema(example = "2026-07-01") LocalDate on,
        @Schema(example = "退休") @NotBlank @Size(max = 200) String reason) {}
