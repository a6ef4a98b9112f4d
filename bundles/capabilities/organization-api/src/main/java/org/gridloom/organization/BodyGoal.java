package org.gridloom.organization;

/**
 * What a coordination body sets itself for a year.
 *
 * @param id of the goal
 * @param body code of the body
 * @param year the year
 * @param text what shall be reached
 * @param version for the next change
 */
public record BodyGoal(long id, String body, int year, String text, long version) {}
