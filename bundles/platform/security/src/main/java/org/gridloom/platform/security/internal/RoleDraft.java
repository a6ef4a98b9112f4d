package org.gridloom.platform.security.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.gridloom.platform.text.Text;

/**
 * A role to create or change.
 *
 * @param permissions codes, which may be those of modules that are absent now
 */
public record RoleDraft(
        @Schema(example = "station-head") @NotNull @Pattern(regexp = CODE, message = CODE_MEANING) String code,

        @Schema(example = "驻街站长") @NotBlank @Size(max = 100) String nameZh,

        @Schema(example = "Head of a street station") @NotBlank @Size(max = 100) String nameEn,

        @Schema(example = "[\"platform.account.view\"]") @NotNull @Size(max = 1000) Set<@NotNull @Pattern(regexp = PERMISSION, message = PERMISSION_MEANING) String> permissions) {

    static final String CODE = "[a-z][a-z0-9-]{1,39}";
    static final String CODE_MEANING = "应以小写字母开头,由 2 至 40 个小写字母、数字或连字符组成"
            + " | Must begin with a lower-case letter and have 2 to 40 lower-case letters, digits or hyphens";
    static final String PERMISSION = "[a-z][a-z0-9-]*(\\.[a-z][a-zA-Z0-9-]*){1,4}";

    static final String PERMISSION_MEANING =
            "应为权限代码,如 organization.unit.edit | Must be a permission's code, as in organization.unit.edit";

    Role toRole() {
        return new Role(code, new Text(nameZh, nameEn), false, Set.copyOf(permissions), 0);
    }
}
