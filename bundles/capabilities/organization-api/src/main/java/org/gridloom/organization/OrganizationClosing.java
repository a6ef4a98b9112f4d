package org.gridloom.organization;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * An organisation closes.
 *
 * @param on first day on which it is no longer there, after its last change; null for today
 * @param reason why, for the audit trail
 */
public record OrganizationClosing(
        @Schema(example = "2026-12-01") LocalDate on,

        @Schema(example = "和区组发〔2026〕30号") @NotBlank @Size(max = 200) String reason) {}
