package org.gridloom.platform.settings.internal.rest;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/**
 * Settings to change.
 *
 * @param values by key; null for the default
 * @param document number of the document that is cited; null for none
 */
public record SettingsChange(
        @Schema(
                description = "By key: text, number, boolean or a list of these; null for the default",
                example = "{\"sessionIdleMinutes\": 20}")
        Map<String, Object> values,

        @Schema(example = "和网格发〔2026〕17号", nullable = true) String document) {}
