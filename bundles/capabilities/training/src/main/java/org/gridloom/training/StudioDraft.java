package org.gridloom.training;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a studio or station shall be; see {@link Studio}. The code cannot be changed later. */
public record StudioDraft(
        @Schema(example = "GZS01") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "书记工作室") @NotBlank @Size(max = 100) String name,

        @Schema(example = "studio") @NotNull @Pattern(regexp = "studio|station") String kind,

        @Schema(example = "GZS00") @Size(min = 1, max = 40) String parent,

        @Schema(example = "210102021") @NotBlank @Size(max = 40) String unit,

        @Schema(example = "RY000123") @Size(min = 1, max = 40) String host,

        @Schema(example = "驻街道") @Size(max = 200) String note)
        implements CatalogueEntry {}
