package org.gridloom.platform.rest.internal.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/**
 * A refusal as RFC 9457 writes it. Texts become sentences in the language of the request.
 *
 * @param type stable name of the kind of problem, a URN
 * @param instance id of the request, for the operator who looks it up in the log
 * @param more members that this kind of problem has besides
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemDetails(
        String type,
        Text title,
        int status,
        Text detail,
        String instance,
        List<Fault> violations,
        @JsonIgnore Map<String, Object> more) {

    /**
     * One fault of the input.
     *
     * @param row in sheets only
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(String field, Integer row, Text message) {

        static Fault of(Violation violation) {
            return new Fault(violation.field(), violation.row(), violation.message());
        }
    }

    /** Media type of problem details. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:gridloom:problem:";

    public static ProblemDetails of(Refusal refusal, String requestId) {
        return new ProblemDetails(
                TYPE_PREFIX + refusal.code(),
                refusal.title(),
                refusal.status(),
                refusal.detail(),
                requestId,
                refusal.violations().stream().map(Fault::of).toList(),
                refusal.more());
    }

    @JsonAnyGetter
    Map<String, Object> members() {
        return more;
    }
}
