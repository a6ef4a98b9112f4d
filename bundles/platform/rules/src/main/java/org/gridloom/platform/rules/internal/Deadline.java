package org.gridloom.platform.rules.internal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDateTime;

/**
 * When a time is over.
 *
 * @param due the last instant that is in time
 * @param local the same in the district's zone
 * @param announced whether the holidays of every year it runs through are known
 */
public record Deadline(
        Instant due,
        // A date-time of OpenAPI bears an offset.
        @Schema(implementation = String.class, example = "2026-10-09T17:30:00")
        LocalDateTime local,

        boolean announced) {}
