package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A label as somebody enters it, in both languages.
 *
 * @param zh simplified Chinese
 * @param en English
 */
public record Label(
        @Schema(example = "党支部") @NotBlank @Size(max = 100) String zh,

        @Schema(example = "party branch") @NotBlank @Size(max = 100) String en) {}
