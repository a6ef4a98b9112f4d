package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * What a party level shall be.
 *
 * @param code cannot be changed later
 * @param position from 1 downwards; each position once
 * @param name both languages
 * @param unitLevel see {@link PartyLevel#unitLevel}
 */
public record PartyLevelDraft(
        @Schema(example = "branch") @NotBlank @Size(max = 40) @Pattern(regexp = "[0-9A-Za-z][0-9A-Za-z._-]*") String code,

        @Schema(example = "4") @NotNull @Min(1) @Max(99) Integer position,
        @NotNull @Valid Label name,
        @Schema(example = "grid") @Size(max = 40) String unitLevel) {}
