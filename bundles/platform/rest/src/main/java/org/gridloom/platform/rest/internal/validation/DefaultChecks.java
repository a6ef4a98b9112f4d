package org.gridloom.platform.rest.internal.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.TraversableResolver;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import java.lang.annotation.ElementType;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.validation.Checks;
import org.hibernate.validator.HibernateValidator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.ServiceScope;

/**
 * Checks with Hibernate Validator; every message in both languages. Each bundle has its own: what it keeps of the bundle's
 * types goes with the bundle.
 */
@Component(scope = ServiceScope.BUNDLE)
public final class DefaultChecks implements Checks {

    private static final Text NOTHING = Text.of("缺少内容", "Nothing was sent");

    /** What comes in is checked as a whole; the default asks a persistence provider what of it is loaded. */
    private static final TraversableResolver WHOLE = new TraversableResolver() {
        @Override
        public boolean isReachable(Object value, Path.Node property, Class<?> root, Path path, ElementType where) {
            return true;
        }

        @Override
        public boolean isCascadable(Object value, Path.Node property, Class<?> root, Path path, ElementType where) {
            return true;
        }
    };

    private final Messages messages = new Messages();
    private final ValidatorFactory factory;
    private final Validator validator;

    @Activate
    public DefaultChecks() {
        factory = Validation.byProvider(HibernateValidator.class)
                .providerResolver(() -> List.of(new HibernateValidator()))
                .configure()
                .ignoreXmlConfiguration()
                .messageInterpolator(messages)
                .traversableResolver(WHOLE)
                .buildValidatorFactory();
        validator = factory.getValidator();
    }

    @Deactivate
    void deactivate() {
        factory.close();
    }

    @Override
    public <T> T valid(T value) {
        if (value == null) {
            throw Problem.invalid("$", NOTHING);
        }
        Set<ConstraintViolation<T>> broken = validator.validate(value);
        if (!broken.isEmpty()) {
            throw Problem.invalid(broken.stream()
                    .map(violation -> Violation.of(violation.getPropertyPath().toString(), messages.of(violation)))
                    .sorted(Comparator.comparing(Violation::field)
                            .thenComparing(violation -> violation.message().en()))
                    .toList());
        }
        return value;
    }
}
