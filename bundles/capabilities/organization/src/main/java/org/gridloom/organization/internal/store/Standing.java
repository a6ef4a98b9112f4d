package org.gridloom.organization.internal.store;

import org.gridloom.organization.internal.domain.Period;

/** An organisation as it was on the date asked for. */
public record Standing(String code, Period period, long version) {}
