package org.gridloom.platform.attachments.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A file that was sent, to be attached.
 *
 * @param upload id that sending it gave
 * @param caption what it shows; may be null
 */
public record AttachDraft(
        @Schema(example = "5f0c2a2e-0000-4000-8000-000000000000")
        String upload,

        @Schema(example = "整改前") String caption) {}
