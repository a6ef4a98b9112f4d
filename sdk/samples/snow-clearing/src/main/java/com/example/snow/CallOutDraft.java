package com.example.snow;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What a call-out shall be; see {@link CallOut}. The number cannot be changed later. */
public record CallOutDraft(
        @Schema(example = "CX-0001") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String number,

        @Schema(example = "210102021011") @NotBlank @Size(max = 40) String unit,

        @Schema(example = "XD-01") @NotBlank @Size(max = 40) String team,
        @Schema(example = "2026-01-15") @NotNull LocalDate day,

        @Schema(example = "2") @NotNull @Min(0) @Max(1000) Integer machines,
        @Schema(example = "背街小巷优先") @Size(max = 200) String note) {}
