package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What a task shall be.
 *
 * @param goal id of a goal of the same body; may be null
 * @param title what is to be done
 * @param due by when
 * @param responsible code of a member organisation; may be null
 */
public record BodyTaskDraft(
        @Schema(example = "1") Long goal,

        @Schema(example = "老旧小区管网改造协调") @NotBlank @Size(max = 200) String title,

        @Schema(example = "2026-09-30") @NotNull LocalDate due,
        @Schema(example = "WY0001") @Size(min = 1, max = 40) String responsible) {}
