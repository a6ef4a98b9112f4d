package org.gridloom.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Who holds which post, when. Reading takes {@code organization.party.read}, names in clear
 * {@code organization.person.read}, changing
 * {@code organization.post.appoint} (and to read the person), in the unit the post counts for: where its organisation is seated, or the unit
 * that has it.
 *
 * <p>Events: {@code organization.post.taken-up}, {@code organization.post.handed-over} (the open work of the old person
 * moves to the new), {@code organization.post.ended}, and {@code organization.person.left} once somebody holds no post
 * any more (their account closes).
 */
@ProviderType
public interface Posts {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("kind", "at", "validFrom");

    /** Those within the caller's scope. */
    Page<Post> list(PostFilter filter, PageQuery page);

    Post get(long id);

    /**
     * What these people hold on a day, many at once: within the caller's scope, by person and then as listed.
     *
     * @param asOf null for today
     */
    List<Post> held(Collection<String> persons, LocalDate asOf);

    /** @throws Problem {@link Problem.Kind#CONFLICT} where a post for one person is held by another in that term */
    Post appoint(PostAppointment appointment);

    /**
     * @return the new term
     * @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not that of the old term
     */
    Post handOver(long id, PostHandover handover, long expectedVersion);

    /** @return the term, with its end */
    Post end(long id, PostEnding ending, long expectedVersion);
}
