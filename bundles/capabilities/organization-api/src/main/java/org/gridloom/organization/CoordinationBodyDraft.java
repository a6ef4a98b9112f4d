package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A coordination body to be set up.
 *
 * @param code unique among bodies, for good
 * @param name its name
 * @param type see {@link OrganizationType}
 * @param unit code of a territory unit that is there on {@code validFrom}
 * @param validFrom first day; null for today
 * @param note remark; may be null
 */
public record CoordinationBodyDraft(
        @Schema(example = "XT210102021") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "长白街道党建引领基层治理协调机制") @NotBlank @Size(max = 100) String name,

        @Schema(example = "governance-coordination") @NotBlank @Size(max = 40) String type,

        @Schema(example = "210102021") @NotBlank @Size(max = 40) String unit,

        @Schema(example = "2026-01-01") LocalDate validFrom,
        @Schema(example = "2026 年建立") @Size(max = 200) String note) {}
