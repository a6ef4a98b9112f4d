package org.gridloom.platform.privacy;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a bundle keeps of people. Register it as a service; it is asked where somebody wants to know all that is held on
 * them, and where they are erased. Called on any thread; permissions are checked by who asks.
 */
@ConsumerType
public interface PersonalRecords {

    /** All that is kept of the person here; empty where there is nothing. */
    List<HeldDatum> held(String subject);

    /**
     * Takes away what is kept of the person in clear, and blind indexes, within the transaction that destroys their key.
     * Records that others rely on stay, without the person in them.
     *
     * @throws Problem {@link Problem.Kind#CONFLICT} where the person cannot be erased yet
     */
    void erase(String subject);

    /**
     * Of those who still have the field: whose matter ended before the day.
     *
     * @param limit most to give
     */
    List<EndedMatter> ended(String field, LocalDate before, UnitScope scope, int limit);
}
