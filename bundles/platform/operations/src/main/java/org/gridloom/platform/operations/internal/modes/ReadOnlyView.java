package org.gridloom.platform.operations.internal.modes;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/**
 * Whether the district is read-only.
 *
 * @param since null while it is not
 * @param account who turned it on; null for whoever may not turn it
 * @param writing changes that are still under way on this node; null for whoever may not turn it
 */
public record ReadOnlyView(
        boolean on,
        @Schema(nullable = true) Instant since,
        @Schema(nullable = true) String reason,
        @Schema(nullable = true) String account,
        @Schema(nullable = true) Integer writing) {}
