package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/**
 * Whom exactly one looks for; at least one of the numbers.
 *
 * @param unit code of a territory unit that keeps the records, with all below it; null for wherever the caller may look
 * @param phone whole telephone number; may be null
 * @param idNumber whole identity number; may be null
 */
public record PersonSearch(
        @Schema(example = "210102021011") @Size(max = 40) String unit,
        @Schema(example = "13812345678") @Size(max = 40) String phone,

        @Schema(example = "11010519491231002X") @Size(max = 40) String idNumber) {

    /** Keeps the numbers out of logs. */
    @Override
    public String toString() {
        return "PersonSearch[unit=" + unit + "]";
    }
}
