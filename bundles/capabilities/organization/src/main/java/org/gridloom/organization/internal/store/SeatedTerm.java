package org.gridloom.organization.internal.store;

import org.gridloom.organization.internal.domain.Term;

/**
 * A term with what a list shows of it.
 *
 * @param personUnit code of the unit that keeps the person's record
 * @param unit code of the unit that the post counts for
 */
public record SeatedTerm(Term term, String personName, String personUnit, String unit) {}
