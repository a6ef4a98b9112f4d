package org.gridloom.platform.rules.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why a version is taken back, for the audit trail. */
record WithdrawalReason(
        @Schema(example = "依据文件推迟施行", maxLength = 500) String reason) {}
