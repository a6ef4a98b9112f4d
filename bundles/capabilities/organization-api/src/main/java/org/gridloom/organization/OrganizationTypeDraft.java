package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * What a type of organisation shall be.
 *
 * @param code cannot be changed later
 * @param family {@code party}, {@code outside} or {@code body}; cannot be changed later
 * @param name both languages
 * @param levels party levels that may have this type; null or empty outside the party
 * @param coversMany see {@link OrganizationType#coversMany}
 * @param selfGovernment see {@link OrganizationType#selfGovernment}
 */
public record OrganizationTypeDraft(
        @Schema(example = "joint-branch") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "party") @NotNull @Pattern(regexp = "party|outside|body") String family,

        @NotNull @Valid Label name,
        @Schema(example = "[\"branch\"]") Set<@NotBlank String> levels,
        @Schema(example = "true") boolean coversMany,
        @Schema(example = "false") boolean selfGovernment) {}
