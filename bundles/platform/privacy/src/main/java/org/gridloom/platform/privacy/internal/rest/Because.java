package org.gridloom.platform.privacy.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why, for the audit trail. */
record Because(
        @Schema(example = "本人申请查阅", minLength = 2, maxLength = 200)
        String reason) {}
