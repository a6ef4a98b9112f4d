package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;

/** A password for somebody else, who must change it at the next sign-in. */
record NewPassword(
        @Schema(example = "quiet-harbour-58-maple") @NotNull String password) {

    @Override
    public String toString() {
        return "NewPassword";
    }
}
