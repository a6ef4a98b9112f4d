package com.example.snow;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** What a team shall be; see {@link Team}. The code cannot be changed later. */
public record TeamDraft(
        @Schema(example = "XD-01") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "街道除雪一队") @NotBlank @Size(max = 100) String name,

        @Schema(example = "210102021") @NotBlank @Size(max = 40) String unit,

        @Schema(example = "12") @NotNull @Min(1) @Max(10_000) Integer people,

        @Schema(example = "4") @NotNull @Min(0) @Max(1000) Integer machines,

        @Schema(example = "推雪铲 3 台，撒布机 1 台") @Size(max = 200) String equipment) {}
