package org.gridloom.training;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/** What a programme shall be; see {@link Programme}. The code cannot be changed later. */
public record ProgrammeDraft(
        @Schema(example = "PX2026") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "社区书记协商议事能力提升") @NotBlank @Size(max = 100) String name,

        @Schema(example = "210102") @NotBlank @Size(max = 40) String unit,

        @Schema(example = "理论培训与实战演练相结合") @Size(max = 500) String description,
        @Schema(example = "3") @NotNull @Min(1) @Max(1000) Integer requiredSessions,
        @Schema(example = "60") @Min(0) @Max(100) BigDecimal passScore,
        @Schema(example = "24") @Min(1) @Max(600) Integer certificateMonths,
        @Schema(example = "每季度一期") @Size(max = 200) String note)
        implements CatalogueEntry {}
