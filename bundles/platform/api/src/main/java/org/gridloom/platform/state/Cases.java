package org.gridloom.platform.state;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Moves cases along their machines. What is done joins the caller's transaction: the state, its history, an audit entry
 * and the event {@code <machine>.moved} come with the capability's own change, or not at all. A capability that lists or
 * counts its records by state keeps a copy of the state in its own row, which it sets from what {@link #move} answers.
 *
 * <p>The event (version 1) has {@code machine}, {@code subject}, {@code number}, {@code action}, {@code to}, and where
 * there are any {@code kind}, {@code from}, {@code dueAt}, {@code dueOn} and {@code evidence}, a digest of reason and
 * evidence.
 */
@ProviderType
public interface Cases {

    /**
     * Opens a case for a record; the capability has checked that the caller may. It keeps the rule version in force
     * today.
     *
     * @param subject id of the record, at most 60 characters
     * @return with what the caller may do now, as all answers here
     * @throws Problem {@link Problem.Kind#CONFLICT} where the record is a case already
     */
    Case open(StateMachine machine, String subject, Opening opening);

    /**
     * Takes a step: checks permission at the case's unit, state, four eyes, guards, reason and evidence. The case stays
     * locked until the end of the transaction.
     *
     * @param expectedVersion of the case as the caller saw it
     * @throws RefusedMove if it stands in another state, or somebody else was faster, with what may be done instead
     * @throws Problem {@link Problem.Kind#NOT_FOUND} if there is no such case or action; {@link Problem.Kind#FORBIDDEN};
     *     {@link Problem.Kind#INVALID} with a violation for {@code reason} and each {@code evidence.<name>}
     */
    Case move(StateMachine machine, String subject, String action, MoveDraft draft, long expectedVersion);

    /**
     * Gives the case another date, as its record was changed; the capability has checked that the caller may, and
     * audits it. To let somebody have more time a deferral is declared.
     *
     * @param dueOn null for none
     * @throws Problem {@link Problem.Kind#NOT_FOUND} if there is no such case
     */
    Case reschedule(StateMachine machine, String subject, LocalDate dueOn);

    /**
     * Where a case stands; the capability has checked that the caller may see the record.
     *
     * @throws Problem {@link Problem.Kind#NOT_FOUND} if there is no such case
     */
    Case get(StateMachine machine, String subject);

    /** Those of the records that are cases, by id, in two queries however many they are. */
    Map<String, Case> all(StateMachine machine, Collection<String> subjects);

    /**
     * All steps, the first first; the capability has checked that the caller may see the record.
     *
     * @throws Problem {@link Problem.Kind#NOT_FOUND} if there is no such case
     */
    List<CaseMove> timeline(StateMachine machine, String subject);

    /** Cases where the caller holds the machine's permission to read: what is due first comes first. */
    Page<Case> list(CaseFilter filter, PageQuery page);

    /** The machines of modules that are there, by code. */
    List<StateMachine> machines();
}
