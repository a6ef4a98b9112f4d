package org.gridloom.platform.rule;

import java.time.LocalDate;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The rules in force. Kept in memory: asking costs no query as a rule, and another node's change is seen within a
 * second. Needs no permission, as rules are applied for everybody.
 */
@ProviderType
public interface Rules {

    /**
     * The version in force on the date; there is always exactly one.
     *
     * @throws Problem {@link Problem.Kind#NOT_FOUND} if nobody declares such a set, {@link Problem.Kind#UNAVAILABLE} if
     *     its default could not be kept yet
     */
    RuleVersion at(String ruleSet, LocalDate date);

    /**
     * The version that a record was opened under.
     *
     * @throws Problem {@link Problem.Kind#NOT_FOUND} if there is none
     */
    RuleVersion version(long id);

    /** Numbers (文号) of the documents that today's rules and the district's years of the work calendar rest on. */
    Set<String> cited();
}
