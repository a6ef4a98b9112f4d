package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What is entered of a {@link Document}; the fields mean the same. */
public record DocumentDraft(
        @Schema(example = "和委办发〔2026〕3号") @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*") String number,

        @Schema(example = "关于加强党建引领网格治理的实施意见")
        @NotBlank @Size(max = 200) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*") String title,

        @Schema(example = "中共和平区委办公室") @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\x00-\\x1F\\x7F-\\x9F]*") String issuer,

        @Schema(example = "2026-01-10") @NotNull LocalDate issuedOn,
        @Schema(example = "2026-02-01") @NotNull LocalDate inForceFrom,
        @Schema(example = "2030-12-31") LocalDate inForceTo,
        @Schema(hidden = true) Long supersedes,
        @Schema(example = "公开发布") @Size(max = 500) String note) {}
