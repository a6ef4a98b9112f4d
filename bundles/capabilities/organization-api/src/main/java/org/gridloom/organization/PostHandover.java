package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A post changes hands: one term ends and the next begins on the same day.
 *
 * @param person code of who takes it over
 * @param on first day of the new term; null for today
 * @param validTo first day after the new term; null while no end is set
 * @param represents code of the outside organisation the seat represents from then on; null to leave it
 * @param reason why, for the audit trail
 */
public record PostHandover(
        @Schema(example = "RY000124") @NotBlank @Size(max = 40) String person,

        @Schema(example = "2026-07-01") LocalDate on,
        @Schema(example = "2031-01-01") LocalDate validTo,
        @Schema(example = "WY0001") @Size(min = 1, max = 40) String represents,
        @Schema(example = "工作调动") @Size(max = 200) String reason) {}
