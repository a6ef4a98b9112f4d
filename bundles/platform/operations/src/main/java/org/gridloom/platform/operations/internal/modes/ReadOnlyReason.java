package org.gridloom.platform.operations.internal.modes;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why the district becomes read-only.
 *
 * @param reason everybody who is signed in reads it: what is being done and how long it takes, no personal data
 */
public record ReadOnlyReason(
        @Schema(example = "搬迁服务器,约 20 分钟") @NotBlank @Size(max = 200) String reason) {}
