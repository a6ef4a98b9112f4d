package org.gridloom.organization;

/**
 * Which people are wanted; null asks for no restriction.
 *
 * @param unit code of a territory unit that keeps the records, with all below it
 * @param text beginning of the name, or of the code
 * @param account name of the person's account
 */
public record PersonFilter(String unit, String text, String account) {}
