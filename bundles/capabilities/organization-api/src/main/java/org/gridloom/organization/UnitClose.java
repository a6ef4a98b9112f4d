package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A unit's end.
 *
 * @param date first day on which it is no more; null for today
 * @param withUnitsBelow whether all units below end with it; without, a unit that has units below is not closed
 * @param reason why, for the audit trail
 * @param document number of the document in the register on which it rests; null for none
 */
public record UnitClose(
        @Schema(example = "2026-06-01") LocalDate date,
        @Schema(example = "false") boolean withUnitsBelow,
        @Schema(example = "整体拆迁") @Size(max = 500) String reason,

        @Schema(description = "Number of a document in the register on which it rests / 依据文件的文号") @Size(max = 100) String document) {}
