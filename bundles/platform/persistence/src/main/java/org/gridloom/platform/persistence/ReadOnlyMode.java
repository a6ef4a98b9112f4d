package org.gridloom.platform.persistence;

import java.time.Duration;
import java.util.Optional;
import org.gridloom.platform.tx.Transactions;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Whether the district may be written to. It stands in the database, so it holds for all nodes and survives restarts.
 * While it is on, every transaction that would write is refused when it begins, with
 * {@link org.gridloom.platform.problem.Problem.Kind#READ_ONLY}; what must be written all the same is marked by
 * {@link Indispensable}. Transactions that had begun before run to their end.
 */
@ProviderType
public interface ReadOnlyMode {

    /** So long at most does a node trust what it knew of the mode. */
    Duration TRUSTED = Duration.ofSeconds(1);

    /** Empty while the district can be written to. As of a second ago at most. */
    Optional<ReadOnlyState> state();

    /**
     * Turns it on. From the return on nothing begins to write on this node, and within {@link #TRUSTED} on no other.
     *
     * @param also what belongs into the same transaction, such as the audit entry
     * @return false if it was on already: nothing was changed
     */
    boolean turnOn(ReadOnlyState state, Transactions.Action also);

    /** Turns it off; false if it was off already. Other nodes write again within {@link #TRUSTED}. */
    boolean turnOff(Transactions.Action also);

    /** How many transactions of this node may write and are still under way. */
    int writing();

    /** Waits until none is under way on this node; false if the time was too short. */
    boolean awaitQuiet(Duration patience);
}
