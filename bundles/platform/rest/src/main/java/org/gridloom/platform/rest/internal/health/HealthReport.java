package org.gridloom.platform.rest.internal.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.gridloom.platform.text.Text;

/**
 * How this container is.
 *
 * @param status {@code up}, {@code ready} or {@code not-ready}
 * @param missing what keeps it from being ready
 */
public record HealthReport(String status, List<Missing> missing) {

    /**
     * Something that is not there yet.
     *
     * @param reason for signed-in callers only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Missing(String name, Text reason) {

        Missing withoutReason() {
            return new Missing(name, null);
        }
    }
}
