package org.gridloom.platform.validation;

import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Checks what callers send in against the Jakarta Validation constraints on it. Use cases call it on their command
 * records, so REST, console and sheets refuse the same things with the same words.
 */
@ProviderType
public interface Checks {

    /**
     * Gives back the value if it breaks no constraint.
     *
     * @throws Problem {@link Problem.Kind#INVALID} with a violation for each broken constraint, fields named by their
     *     path; a null value is refused too
     */
    <T> T valid(T value);
}
