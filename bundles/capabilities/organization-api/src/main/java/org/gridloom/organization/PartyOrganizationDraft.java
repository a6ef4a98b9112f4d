package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A party organisation to be founded.
 *
 * @param code unique among party organisations, for good
 * @param name its name
 * @param level see {@link PartyLevel}
 * @param type one that the level may have
 * @param parent code of the organisation above, of a level above; null only at the topmost level
 * @param seat code of a territory unit that is there on {@code validFrom}
 * @param covers codes of territory units; null or empty means the seat
 * @param validFrom first day; null for today
 * @param note remark; may be null
 */
public record PartyOrganizationDraft(
        @Schema(example = "ZB210102021011001") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "幸福里小区党支部") @NotBlank @Size(max = 100) String name,

        @Schema(example = "branch") @NotBlank @Size(max = 40) String level,

        @Schema(example = "branch") @NotBlank @Size(max = 40) String type,

        @Schema(example = "SQ210102021011") @Size(max = 40) String parent,

        @Schema(example = "210102021011001") @NotBlank @Size(max = 40) String seat,

        @Schema(example = "[\"210102021011001\"]") @Size(max = 1000) List<@NotBlank @Size(max = 40) String> covers,

        @Schema(example = "2026-01-01") LocalDate validFrom,
        @Schema(example = "2026 年新建") @Size(max = 200) String note) {}
