package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * Units made one.
 *
 * @param with codes of the other units, of the same level
 * @param parent code of the new unit's parent on the date; null for the parent of the first unit
 * @param code code of the new unit; null for the next free one
 * @param name name of the new unit
 * @param date first day of the new unit; null for today
 * @param reason why, for the audit trail
 * @param document number of the document in the register on which it rests; null for none
 */
public record UnitMerge(
        @Schema(example = "[\"210102021012\"]") @NotEmpty @Size(max = 50) List<@NotNull String> with,

        @Schema(example = "210102021") String parent,

        @Schema(example = "210102021197") @Pattern(regexp = "\\d{1,40}") String code,

        @Schema(example = "长白中社区") @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*") String name,

        @Schema(example = "2026-06-01") LocalDate date,
        @Schema(example = "社区规模调整") @Size(max = 500) String reason,

        @Schema(description = "Number of a document in the register on which it rests / 依据文件的文号") @Size(max = 100) String document) {

    public UnitMerge {
        with = with == null ? null : with.stream().toList();
    }
}
