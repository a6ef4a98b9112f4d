package org.gridloom.platform.privacy.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/** Why a person is erased. */
record Erasure(
        @Schema(example = "本人要求删除", minLength = 2, maxLength = 200)
        String reason,

        @Schema(example = "和平区个信删〔2026〕1号", maxLength = 100) String document) {}
