package org.gridloom.platform.rest.internal.server;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rest.internal.json.Keepable;
import org.gridloom.platform.text.Text;

/** Refuses parameters that are no names, codes or words to search for: longer ones only cost time. */
final class ParameterFilter implements ContainerRequestFilter {

    /** As the OpenAPI documents say. */
    static final int MOST_CHARACTERS = 2000;

    private static final Text TOO_LONG = Text.of("不超过 %d 字", "At most %d characters", MOST_CHARACTERS);

    @Override
    public void filter(ContainerRequestContext request) {
        List<Violation> violations = new ArrayList<>();
        check(request.getUriInfo().getPathParameters(), violations);
        check(request.getUriInfo().getQueryParameters(), violations);
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    private static void check(MultivaluedMap<String, String> parameters, List<Violation> violations) {
        parameters.forEach((name, values) -> {
            for (String value : values) {
                if (value.length() > MOST_CHARACTERS) {
                    violations.add(Violation.of(name, TOO_LONG));
                } else if (!Keepable.isText(value)) {
                    violations.add(Violation.of(name, Keepable.NO_TEXT));
                }
            }
        });
    }
}
