package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A person takes up a post.
 *
 * @param person code of the person
 * @param kind see {@link PostKind}
 * @param at code of the organisation, unit or body, as the kind's holder demands
 * @param validFrom first day; null for today
 * @param validTo first day after the term; null while no end is set
 * @param crossAppointment code of an outside organisation; may be null
 * @param represents code of an outside organisation; must be given where the kind demands it
 * @param note remark; may be null
 */
public record PostAppointment(
        @Schema(example = "RY000123") @NotBlank @Size(max = 40) String person,

        @Schema(example = "grid-head") @NotBlank @Size(max = 40) String kind,

        @Schema(example = "210102021011001") @NotBlank @Size(max = 40) String at,

        @Schema(example = "2026-01-01") LocalDate validFrom,
        @Schema(example = "2031-01-01") LocalDate validTo,
        @Schema(example = "WY0001") @Size(min = 1, max = 40) String crossAppointment,
        @Schema(example = "WY0001") @Size(min = 1, max = 40) String represents,
        @Schema(example = "换届") @Size(max = 200) String note) {}
