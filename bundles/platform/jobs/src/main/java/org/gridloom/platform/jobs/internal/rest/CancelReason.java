package org.gridloom.platform.jobs.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why a job is cancelled, for the audit trail. */
record CancelReason(
        @Schema(example = "事项已撤销,无需提醒", maxLength = 500) String reason) {}
