package org.gridloom.platform.security.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.gridloom.platform.security.internal.domain.UnitCode;

/**
 * What can be changed of an account.
 *
 * @param unit code of the home unit; null for the district's own
 */
public record AccountDetails(
        @Schema(example = "张伟") @NotBlank @Size(max = 100) String displayName,

        @Schema(example = "210102021", nullable = true) @Pattern(regexp = UnitCode.PATTERN, message = UnitCode.MEANING) String unit) {}
