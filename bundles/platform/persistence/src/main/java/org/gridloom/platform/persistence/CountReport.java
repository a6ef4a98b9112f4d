package org.gridloom.platform.persistence;

/**
 * What came of verifying a count against the records.
 *
 * @param counter what is counted
 * @param deviations tiles and days on which the count was not what the records say
 * @param repaired whether they were put right
 */
public record CountReport(String counter, long deviations, boolean repaired) {}
