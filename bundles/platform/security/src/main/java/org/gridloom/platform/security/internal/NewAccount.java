package org.gridloom.platform.security.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.gridloom.platform.security.internal.domain.AccountName;
import org.gridloom.platform.security.internal.domain.UnitCode;

/**
 * An account to create.
 *
 * @param unit code of the home unit; null for the district's own
 * @param password the first one, which the holder must change
 */
public record NewAccount(
        @Schema(example = "zhangwei") @NotNull @Pattern(regexp = AccountName.PATTERN, message = AccountName.MEANING) String name,

        @Schema(example = "张伟") @NotBlank @Size(max = 100) String displayName,

        @Schema(example = "210102021", nullable = true) @Pattern(regexp = UnitCode.PATTERN, message = UnitCode.MEANING) String unit,

        @Schema(example = "sunny-lake-47-bridge") @NotNull String password) {

    @Override
    public String toString() {
        return "NewAccount[" + name + "]";
    }
}
