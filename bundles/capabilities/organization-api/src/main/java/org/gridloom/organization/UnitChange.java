package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A change of what is recorded of a unit. What is null stays as it is; an empty text clears {@code extent} and
 * {@code note}.
 *
 * @param date first day of the change; null for today. Not before the record's last change
 * @param name new name
 * @param households number of households
 * @param residents number of residents
 * @param extent its limits in words
 * @param note remark
 * @param reason why, for the audit trail
 * @param document number of the document in the register on which it rests; null for none
 */
public record UnitChange(
        @Schema(example = "2026-06-01") LocalDate date,

        @Schema(example = "幸福里东社区")
        @Size(min = 1, max = 100) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*\\S[^\\x00-\\x1F\\x7F-\\x9F]*") String name,

        @Schema(example = "1210") @Min(0) @Max(10_000_000) Integer households,
        @Schema(example = "3150") @Min(0) @Max(100_000_000) Integer residents,
        @Schema(example = "东至长白四街,西至仙岛北路") @Size(max = 500) String extent,
        @Schema(example = "更名") @Size(max = 500) String note,
        @Schema(example = "依街道请示更名") @Size(max = 500) String reason,

        @Schema(description = "Number of a document in the register on which it rests / 依据文件的文号") @Size(max = 100) String document) {

    public static UnitChange renamed(String name, LocalDate date) {
        return new UnitChange(date, name, null, null, null, null, null, null);
    }
}
