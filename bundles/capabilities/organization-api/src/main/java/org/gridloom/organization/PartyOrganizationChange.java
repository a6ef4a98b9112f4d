package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A party organisation changes on a day. What is null stays as it is.
 *
 * @param name new name
 * @param type new type
 * @param parent code of the new organisation above
 * @param seat code of the new seat
 * @param covers all territory units covered from then on
 * @param note new remark
 * @param on first day of the change, not before the last one, whose own day amends it; null for today
 * @param reason why, for the audit trail
 */
public record PartyOrganizationChange(
        @Schema(example = "幸福里小区第一党支部") @Size(min = 1, max = 100) @Pattern(regexp = ".*\\S.*") String name,

        @Schema(example = "branch") @Size(min = 1, max = 40) String type,

        @Schema(example = "SQ210102021011") @Size(min = 1, max = 40) String parent,

        @Schema(example = "210102021011001") @Size(min = 1, max = 40) String seat,

        @Schema(example = "[\"210102021011001\"]") @Size(min = 1, max = 1000) List<@NotBlank @Size(max = 40) String> covers,

        @Schema(example = "按上级批复调整") @Size(max = 200) String note,
        @Schema(example = "2026-07-01") LocalDate on,
        @Schema(example = "和区组发〔2026〕12号") @Size(max = 200) String reason) {}
