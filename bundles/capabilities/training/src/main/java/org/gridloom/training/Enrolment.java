package org.gridloom.training;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Somebody takes a place in a session that is open.
 *
 * @param session id of the session
 * @param person code of the person
 * @param note remark; may be null
 */
public record Enrolment(
        @Schema(example = "1") @NotNull Long session,

        @Schema(example = "RY000123") @NotBlank @Size(max = 40) String person,

        @Schema(example = "带案例") @Size(max = 200) String note) {}
