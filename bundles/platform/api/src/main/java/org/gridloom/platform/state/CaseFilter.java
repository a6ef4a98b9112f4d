package org.gridloom.platform.state;

/**
 * Which cases of a machine.
 *
 * @param machine code of the machine
 * @param state code of a state; null for all that are open
 * @param unit code of a unit, with all below it; null for wherever the caller may see them
 * @param overdue only those whose deadline is over
 */
public record CaseFilter(String machine, String state, String unit, boolean overdue) {}
