package org.gridloom.platform.diagnosis;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Examines a part of the running system for {@code gridloom:doctor}. Register it as a service; the doctor asks all of
 * them side by side, when an operator wants to know and once an hour, each on a thread of its own. It measures, and
 * changes nothing. What takes longer than ten seconds, or throws, is itself reported as a problem.
 */
@ConsumerType
public interface Diagnosis {

    /** What was found; also that something is as it should be. No personal data: support reads it. */
    List<Finding> findings();
}
