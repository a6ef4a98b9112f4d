package org.gridloom.platform.privacy;

/**
 * A person of whom something is kept.
 *
 * @param id within its kind
 * @param unit code of the unit that keeps the record
 * @param name masked
 */
public record PersonalSubject(String id, String unit, String name) {}
