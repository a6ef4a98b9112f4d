package ${package};

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What an entry shall be; see {@link Entry}. The code cannot be changed later. */
public record EntryDraft(
        @Schema(example = "DJ-0001") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*")
        String code,

        @Schema(example = "示例") @NotBlank @Size(max = 100) String title,
        @Schema(example = "210102021") @NotBlank @Size(max = 40) String unit,
        @Schema(example = "2026-01-15") @NotNull LocalDate day) {}
