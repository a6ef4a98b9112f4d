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
        @Schema(example = "station-head") @NotNull @Pattern(regexp = CODE) String code,

        @Schema(example = "驻街站长") @NotBlank @Size(max = 100) String nameZh,

        @Schema(example = "Head of a street station") @NotBlank @Size(max = 100) String nameEn,

        @Schema(example = "[\"platform.account.view\"]") @NotNull @Size(max = 1000) Set<@NotNull @Pattern(regexp = PERMISSION) String> permissions) {

    static final String CODE = "[a-z][a-z0-9-]{1,39}";
    static final String PERMISSION = "[a-z][a-z0-9-]*(\\.[a-z][a-zA-Z0-9-]*){1,4}";

    Role toRole() {
        return new Role(code, new Text(nameZh, nameEn), false, Set.copyOf(permissions), 0);
    }
}
