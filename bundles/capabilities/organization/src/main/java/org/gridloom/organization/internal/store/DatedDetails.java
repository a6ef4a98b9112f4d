package org.gridloom.organization.internal.store;

import java.time.LocalDate;

/**
 * What was recorded of a unit from a day until before another; null for no end.
 *
 * @param document id of the document on which it rests; may be null
 */
public record DatedDetails(LocalDate from, LocalDate to, UnitDetails details, Long document) {}
