package org.gridloom.platform.privacy.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;

/**
 * A consent, or its withdrawal.
 *
 * @param document where the signed paper or the record is
 * @param on null for today
 */
record ConsentDraft(
        @Schema(example = "organization.person.phone") String field,
        @Schema(example = "同意书 2026-018", maxLength = 100) String document,
        @Schema(example = "2026-06-01") LocalDate on) {}
