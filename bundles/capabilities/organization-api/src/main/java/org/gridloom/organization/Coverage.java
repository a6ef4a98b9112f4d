package org.gridloom.organization;

import java.time.LocalDate;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Coverage and blind spots of the organisation. Takes {@code organization.party.read} in the unit. Households, visits
 * and patrols belong to other capabilities, which offer figures of their own.
 */
@ProviderType
public interface Coverage {

    /** @param asOf null for today */
    CoverageReport report(String unit, LocalDate asOf);

    /**
     * The blind spots one by one, by kind and code.
     *
     * @param kind null for all
     * @param asOf null for today
     */
    Page<CoverageGap> gaps(String unit, String kind, LocalDate asOf, PageQuery page);
}
