package org.gridloom.platform.events.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why an event is left out, for the audit trail. */
record SkipReason(
        @Schema(example = "重复登记,已人工处理", maxLength = 500) String reason) {}
