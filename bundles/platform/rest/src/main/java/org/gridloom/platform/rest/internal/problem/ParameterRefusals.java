package org.gridloom.platform.rest.internal.problem;

import java.util.List;
import org.glassfish.jersey.server.ParamException;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/** Refusals of path, query and header parameters that cannot be read. */
final class ParameterRefusals {

    private static final Text UNREADABLE = Text.of("格式不正确", "Cannot be read");

    private ParameterRefusals() {}

    static Refusal of(ParamException thrown) {
        return Refusal.of(Problem.invalid(List.of(Violation.of(thrown.getParameterName(), allowed(thrown)))));
    }

    private static Text allowed(Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (t instanceof NotAllowedValue value) {
                return value.allowed();
            }
            if (t instanceof NumberFormatException) {
                return Expectations.of(Long.class);
            }
        }
        return UNREADABLE;
    }
}
