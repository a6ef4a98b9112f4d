package org.gridloom.platform.security.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;

/** Why, for the audit trail. */
record Reason(
        @Schema(example = "调离本街道", nullable = true) @Size(max = 500) String reason) {}
