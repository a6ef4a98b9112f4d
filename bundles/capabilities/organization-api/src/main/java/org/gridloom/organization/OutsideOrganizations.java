package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Organisations outside the party's tree. Reading takes {@code organization.outside.read}, changing
 * {@code organization.outside.edit}, at the seat and at every unit served.
 */
@ProviderType
public interface OutsideOrganizations {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("code", "name", "type", "validFrom");

    /** Those within the caller's scope. */
    Page<OutsideOrganization> list(OutsideOrganizationFilter filter, PageQuery page);

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} if it was not there on the date */
    OutsideOrganization get(String code, LocalDate asOf);

    /** Everything it ever was, oldest first. */
    List<OutsideOrganization> history(String code);

    /**
     * The "1+N" of a unit. At most 1,000 of each kind; takes {@code organization.party.read} too.
     *
     * @param asOf null for today
     */
    UnitStructure structure(String unit, LocalDate asOf);

    OutsideOrganization create(OutsideOrganizationDraft draft);

    /** @throws Problem {@link Problem.Kind#CHANGED} where {@code expectedVersion} is not the current one */
    OutsideOrganization change(String code, OutsideOrganizationChange change, long expectedVersion);

    /** Ends its posts and its membership of bodies with it. */
    OutsideOrganization close(String code, OrganizationClosing closing, long expectedVersion);
}
