package org.gridloom.platform.state;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Size;
import java.util.Map;

/**
 * What goes with a step.
 *
 * @param reason why; may be null where the step needs none
 * @param evidence values by the names that the step declares, in the form that {@link Evidence.Type} says; may be null
 */
public record MoveDraft(
        @Schema(example = "现场核验合格") @Size(max = 1000) String reason, Map<String, String> evidence) {

    /** Nothing goes with it. */
    public static MoveDraft plain() {
        return new MoveDraft(null, Map.of());
    }

    public static MoveDraft because(String reason) {
        return new MoveDraft(reason, Map.of());
    }

    /** The evidence, empty where none came. */
    public Map<String, String> given() {
        return evidence == null ? Map.of() : evidence;
    }
}
