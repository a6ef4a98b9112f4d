package org.gridloom.platform.rest.internal.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.metadata.ConstraintDescriptor;
import java.util.Locale;
import org.gridloom.platform.text.Text;
import org.hibernate.validator.messageinterpolation.AbstractMessageInterpolator;
import org.hibernate.validator.resourceloading.PlatformResourceBundleLocator;

/**
 * What a broken constraint means. The platform's own words for the standard constraints come before Hibernate
 * Validator's. A constraint's own message says both languages in one: {@code "中文 | English"}.
 */
final class Messages extends AbstractMessageInterpolator {

    private static final String BOTH_LANGUAGES = " | ";
    private static final String UNBOUNDED = Integer.toString(Integer.MAX_VALUE);

    /** English is the root: a search for "en" would fall back to the server's own language. */
    private static final Locale ENGLISH = Locale.ROOT;

    Messages() {
        super(new PlatformResourceBundleLocator(USER_VALIDATION_MESSAGES, Messages.class.getClassLoader()));
    }

    Text of(ConstraintViolation<?> violation) {
        String template = violation.getMessageTemplate();
        Broken broken = new Broken(violation.getConstraintDescriptor(), violation.getInvalidValue());
        String zh = interpolate(template, broken, Locale.SIMPLIFIED_CHINESE);
        String en = interpolate(template, broken, ENGLISH);
        int separator = template.indexOf('{') == 0 ? -1 : zh.indexOf(BOTH_LANGUAGES);
        return separator < 0
                ? new Text(zh, en)
                : new Text(
                        zh.substring(0, separator), en.substring(en.indexOf(BOTH_LANGUAGES) + BOTH_LANGUAGES.length()));
    }

    /** Puts in an attribute of the constraint; never the value, which may be personal. */
    @Override
    protected String interpolate(Context context, Locale locale, String term) {
        Object attribute = context.getConstraintDescriptor()
                .getAttributes()
                .get(term.substring(term.indexOf('{') + 1, term.length() - 1));
        if (attribute == null) {
            return term;
        }
        return UNBOUNDED.equals(attribute.toString()) ? "∞" : attribute.toString();
    }

    private record Broken(ConstraintDescriptor<?> descriptor, Object value) implements Context {

        @Override
        public ConstraintDescriptor<?> getConstraintDescriptor() {
            return descriptor;
        }

        @Override
        public Object getValidatedValue() {
            return value;
        }

        @Override
        public <T> T unwrap(Class<T> type) {
            return type.cast(this);
        }
    }
}
