package org.gridloom.training;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a trainer's record shall say; see {@link Trainer}. The code cannot be changed later. */
public record TrainerDraft(
        @Schema(example = "JS001") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "王淑兰") @NotBlank @Size(max = 100) String name,

        @Schema(example = "210102021") @NotBlank @Size(max = 40) String unit,

        @Schema(example = "区委党校") @Size(max = 100) String affiliation,
        @Schema(example = "议事规则") @Size(max = 200) String expertise,

        @Schema(example = "RY000123") @Size(min = 1, max = 40) String person,

        @Schema(example = "兼职") @Size(max = 200) String note)
        implements CatalogueEntry {

    /** Keeps the name out of logs. */
    @Override
    public String toString() {
        return "TrainerDraft[code=" + code + ", unit=" + unit + "]";
    }
}
