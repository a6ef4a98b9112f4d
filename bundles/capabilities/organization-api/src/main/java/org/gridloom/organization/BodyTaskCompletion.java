package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A task is done.
 *
 * @param on the day, not in the future; null for today
 * @param evidence what shows it
 */
public record BodyTaskCompletion(
        @Schema(example = "2026-08-15") LocalDate on,

        @Schema(example = "管网改造验收单 2026-08-15") @NotBlank @Size(max = 1000) String evidence) {}
