package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** Whether the three administrators are to be kept apart, and why. */
record WantedSeparation(
        @Schema(example = "true") @NotNull Boolean separated,

        @Schema(example = "等级保护三级要求") @NotBlank @Size(max = 500) String reason) {}
