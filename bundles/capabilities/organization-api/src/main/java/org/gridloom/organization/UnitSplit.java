package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A unit made into several under the same parent.
 *
 * @param parts the new units, two or more
 * @param date first day of the new units; null for today
 * @param reason why, for the audit trail
 * @param document number of the document in the register on which it rests; null for none
 */
public record UnitSplit(
        @Schema(
                example = "[{\"name\":\"长白东社区\",\"children\":[\"210102021011001\"]},"
                        + "{\"name\":\"长白西社区\",\"children\":[\"210102021011002\"]}]")
        @NotNull @Size(min = 2, max = 20) List<@NotNull @Valid Part> parts,

        @Schema(example = "2026-06-01") LocalDate date,
        @Schema(example = "社区规模调整") @Size(max = 500) String reason,

        @Schema(description = "Number of a document in the register on which it rests / 依据文件的文号") @Size(max = 100) String document) {

    public UnitSplit {
        parts = parts == null ? null : parts.stream().toList();
    }

    /**
     * A new unit.
     *
     * @param code its code; null for the next free one
     * @param name its name
     * @param children codes of the units directly below the old unit that go to this part; each goes to exactly one
     */
    public record Part(
            @Schema(example = "210102021196") @Pattern(regexp = "\\d{1,40}") String code,

            @Schema(example = "长白东社区") @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*") String name,

            @Schema(example = "[\"210102021011001\"]") List<@NotNull String> children) {

        public Part {
            children = children == null ? List.of() : children.stream().toList();
        }
    }
}
