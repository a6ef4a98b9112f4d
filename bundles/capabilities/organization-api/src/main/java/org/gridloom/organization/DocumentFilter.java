package org.gridloom.organization;

import java.time.LocalDate;

/**
 * Which documents are wanted; every part that is not null narrows the list.
 *
 * @param text part of number, title or issuer
 * @param inForceOn in force on this date
 */
public record DocumentFilter(String text, LocalDate inForceOn) {}
