package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** One's own new password; the current one shows that it is really oneself who asks. */
record PasswordChange(
        @Schema(example = "sunny-lake-47-bridge") @NotNull String currentPassword,
        @Schema(example = "quiet-harbour-58-maple") @NotNull String newPassword) {

    @Override
    public String toString() {
        return "PasswordChange";
    }
}
