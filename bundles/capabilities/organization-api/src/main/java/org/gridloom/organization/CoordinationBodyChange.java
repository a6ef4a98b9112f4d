package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A coordination body changes on a day. What is null stays as it is.
 *
 * @param name new name
 * @param type new type
 * @param note new remark
 * @param on first day of the change, not before the last one, whose own day amends it; null for today
 * @param reason why, for the audit trail
 */
public record CoordinationBodyChange(
        @Schema(example = "长白街道治理协调机制") @Size(min = 1, max = 100) @Pattern(regexp = ".*\\S.*") String name,

        @Schema(example = "governance-coordination") @Size(min = 1, max = 40) String type,

        @Schema(example = "更名") @Size(max = 200) String note,
        @Schema(example = "2026-07-01") LocalDate on,
        @Schema(example = "机构调整") @Size(max = 200) String reason) {}
