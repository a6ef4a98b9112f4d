package org.gridloom.platform.job;

import java.util.Optional;
import org.gridloom.platform.tx.Tx;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Does jobs of one name. Register it as a DS component: from then on each job of that name that is due is run on this
 * node, or on another that has the handler too; one after the other on a node. Jobs whose handler is nowhere wait.
 *
 * <p>Called on a thread of the platform, signed in as {@code system:<name>}. When the bundle stops, the job under way is
 * waited for.
 */
@ConsumerType
public interface JobHandler {

    /** {@code <module>.<job>}, as in {@code organization.taskReminder}. Never changed, at most 200 characters. */
    String name();

    /**
     * When it runs by itself, without anybody scheduling it; empty for a handler of jobs that others schedule. What was
     * missed while no node was there is made up for by one run. The same at every call.
     */
    default Optional<Recurrence> recurrence() {
        return Optional.empty();
    }

    /**
     * Does the job within the transaction, which is of the bundle's own persistence unit where it has one. What is
     * written through it, or through services that join it, commits together with the job's being done: both or neither,
     * whatever is killed. What lies outside the database may happen again after a failure.
     *
     * <p>The job may have been scheduled long ago: look whether there is still something to do. Scheduling the same key
     * again within the transaction lets it run once more then.
     *
     * <p>What is thrown undoes the effect. The job is tried again after a while, a few times, then parked for an operator
     * (a recurring one waits for its next time); other jobs go on. The exception's message is shown to operators, so it
     * names no person. Keep it short: it holds the job's row, for which whoever schedules or cancels that job waits.
     */
    void run(Tx tx, Job job);
}
