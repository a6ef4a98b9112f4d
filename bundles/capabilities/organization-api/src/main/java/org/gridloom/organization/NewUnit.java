package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A unit to create.
 *
 * @param parent code of its parent on {@code validFrom}; null only for the district itself
 * @param code its code, the parent's code and a suffix; null for the next free one
 * @param name its name
 * @param kind code of a kind; null for the first one of the level
 * @param validFrom its first day; null for today
 * @param households number of households, if recorded
 * @param residents number of residents, if recorded
 * @param extent its limits in words
 * @param note remark
 * @param document number of the document in the register on which it rests; null for none
 */
public record NewUnit(
        @Schema(example = "210102021") String parent,

        @Schema(example = "210102021199") @Pattern(regexp = "\\d{1,40}") String code,

        @Schema(example = "幸福里社区") @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*") String name,

        @Schema(example = "community") String kind,
        @Schema(example = "2026-01-01") LocalDate validFrom,
        @Schema(example = "1200") @Min(0) @Max(10_000_000) Integer households,
        @Schema(example = "3100") @Min(0) @Max(100_000_000) Integer residents,
        @Schema(example = "东至长白四街,西至仙岛北路") @Size(max = 500) String extent,
        @Schema(example = "2026 年新设") @Size(max = 500) String note,

        @Schema(description = "Number of a document in the register on which it rests / 依据文件的文号") @Size(max = 100) String document) {

    /** A unit of which only the name is given: next free code, first kind, from today. */
    public static NewUnit named(String parent, String name) {
        return new NewUnit(parent, null, name, null, null, null, null, null, null, null);
    }
}
