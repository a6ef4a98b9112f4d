package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A unit's move.
 *
 * @param parent code of the new parent on the date
 * @param code the unit's new code; null for the next free one
 * @param date first day under the new parent; null for today
 * @param reason why, for the audit trail
 * @param document number of the document in the register on which it rests; null for none
 */
public record UnitMove(
        @Schema(example = "210102022") @NotBlank String parent,

        @Schema(example = "210102022198") @Pattern(regexp = "\\d{1,40}") String code,

        @Schema(example = "2026-06-01") LocalDate date,
        @Schema(example = "区划调整") @Size(max = 500) String reason,

        @Schema(description = "Number of a document in the register on which it rests / 依据文件的文号") @Size(max = 100) String document) {}
