package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * An outside organisation to be registered.
 *
 * @param code unique among outside organisations, for good
 * @param name its name
 * @param type see {@link OrganizationType}
 * @param seat code of a territory unit that is there on {@code validFrom}
 * @param serves codes of territory units; null or empty means the seat
 * @param validFrom first day; null for today
 * @param note remark; may be null
 */
public record OutsideOrganizationDraft(
        @Schema(example = "WY0001") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "幸福里物业服务有限公司") @NotBlank @Size(max = 100) String name,

        @Schema(example = "property-company") @NotBlank @Size(max = 40) String type,

        @Schema(example = "210102021011") @NotBlank @Size(max = 40) String seat,

        @Schema(example = "[\"210102021011001\"]") @Size(max = 1000) List<@NotBlank @Size(max = 40) String> serves,

        @Schema(example = "2026-01-01") LocalDate validFrom,
        @Schema(example = "2026 年登记") @Size(max = 200) String note) {}
