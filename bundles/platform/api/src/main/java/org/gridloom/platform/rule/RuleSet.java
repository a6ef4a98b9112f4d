package org.gridloom.platform.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.text.Text;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A table of rules that a module declares and a district sets. Register it as a service; what is declared must not
 * change while it is registered. A later version of the module may add optional columns only.
 */
@ConsumerType
public interface RuleSet {

    /** {@code <capability>.<name>}, as in {@code organization.taskLamps}; for good. */
    String code();

    Text name();

    /** What it decides. */
    Text description();

    List<RuleColumn> columns();

    /** What holds until the district publishes a version of its own: values by column, as {@link RuleRow} has them. */
    List<Map<String, String>> defaults();

    /**
     * First day on which a new version may begin. A set under which nothing was decided yet can allow a day that is
     * past.
     */
    default LocalDate earliestStart(LocalDate today) {
        return today;
    }
}
