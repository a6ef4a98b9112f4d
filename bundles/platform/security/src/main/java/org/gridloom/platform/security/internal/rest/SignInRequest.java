package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

/**
 * Who wants to sign in.
 *
 * @param bearer true for tools: the answer then holds the token, to be sent as {@code Authorization: Bearer}, and sets
 *     no cookie
 */
record SignInRequest(
        @Schema(example = "zhangwei") @NotBlank String username,
        @Schema(example = "sunny-lake-47-bridge") @NotNull String password,
        @Schema(example = "false", nullable = true) Boolean bearer) {

    @Override
    public String toString() {
        return "SignInRequest";
    }
}
