package org.gridloom.organization;

import java.time.LocalDate;
import java.util.List;

/**
 * Who works together in a unit: the "1+N" of a street, the "party organisation, resident units, self-government" of a
 * community.
 *
 * @param unit code of the territory unit
 * @param asOf as organised on that date
 * @param party party organisations of the unit's own level in it
 * @param residents outside organisations that reside in the unit or below, but for self-government
 * @param selfGovernment residents' committees, owners' committees and the like, in the unit or below
 */
public record UnitStructure(
        String unit,
        LocalDate asOf,
        List<PartyOrganization> party,
        List<OutsideOrganization> residents,
        List<OutsideOrganization> selfGovernment) {}
