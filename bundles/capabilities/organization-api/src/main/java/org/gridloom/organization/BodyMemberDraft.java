package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An outside organisation joins a coordination body.
 *
 * @param organization code of the outside organisation
 * @param validFrom first day; null for today
 * @param validTo first day after it; may be null
 */
public record BodyMemberDraft(
        @Schema(example = "WY0001") @NotBlank @Size(max = 40) String organization,

        @Schema(example = "2026-01-01") LocalDate validFrom,
        @Schema(example = "2031-01-01") LocalDate validTo) {}
