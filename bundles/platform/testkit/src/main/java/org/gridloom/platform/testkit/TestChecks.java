package org.gridloom.platform.testkit;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.validation.Checks;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** The same constraints as in the container; messages in Hibernate Validator's own words. */
final class TestChecks implements Checks {

    private final Validator validator = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    @Override
    public <T> T valid(T value) {
        if (value == null) {
            throw Problem.invalid("", Text.of("必填", "Must be given"));
        }
        List<Violation> violations = validator.validate(value).stream()
                .map(broken -> Violation.of(
                        broken.getPropertyPath().toString(), new Text(broken.getMessage(), broken.getMessage())))
                .sorted(java.util.Comparator.comparing(Violation::field))
                .toList();
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
        return value;
    }
}
