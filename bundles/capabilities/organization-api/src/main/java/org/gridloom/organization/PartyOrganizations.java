package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The party organisation of a district, six levels by default, with its history. Reading takes
 * {@code organization.party.read}, changing {@code organization.party.edit} at the seat, at every unit covered and at
 * the seat of the organisation above. Dates given as null mean today.
 */
@ProviderType
public interface PartyOrganizations {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("code", "name", "level", "validFrom");

    /** Those within the caller's scope. */
    Page<PartyOrganization> list(PartyOrganizationFilter filter, PageQuery page);

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} if it was not there on the date */
    PartyOrganization get(String code, LocalDate asOf);

    /** Everything it ever was, oldest first. */
    List<PartyOrganization> history(String code);

    /** From the topmost within the caller's scope down to the organisation above this one. */
    List<PartyOrganization> ancestors(String code, LocalDate asOf);

    /**
     * The organisation and those below it, as far as they lie within the caller's scope.
     *
     * @param root null for all that have nothing above them within the caller's scope
     * @param depth how many levels below the root, 0 to 10
     */
    List<PartyNode> tree(String root, int depth, LocalDate asOf);

    PartyOrganization create(PartyOrganizationDraft draft);

    /** @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one */
    PartyOrganization change(String code, PartyOrganizationChange change, long expectedVersion);

    /**
     * Ends its posts with it.
     *
     * @return as it last was
     * @throws Problem {@link Problem.Kind#CONFLICT} while organisations are below it
     */
    PartyOrganization close(String code, OrganizationClosing closing, long expectedVersion);
}
