package org.gridloom.platform.rules.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * A year as its editor writes it.
 *
 * @param basis number of the document that announces it
 * @param days holidays and make-up work days
 */
public record YearDraft(
        @Schema(example = "国办发明电〔2025〕7号") @NotBlank @Size(max = 100) String basis,

        @NotNull @Size(max = 366) List<@NotNull @Valid Day> days) {

    /**
     * A holiday or make-up work day.
     *
     * @param date of the year
     * @param workDay whether it is worked on
     * @param name of the holiday; may be null
     */
    public record Day(
            @Schema(example = "2026-10-10") @NotNull LocalDate date,
            @NotNull Boolean workDay,
            @Schema(example = "国庆节") @Size(max = 40) String name) {}
}
