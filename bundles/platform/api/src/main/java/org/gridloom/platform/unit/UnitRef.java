package org.gridloom.platform.unit;

/**
 * A unit of territory as others name it.
 *
 * @param code code valid on the date it was asked for
 * @param name name valid on that date
 * @param level code of its level: {@code district}, {@code street}, {@code community}, {@code grid}, …
 */
public record UnitRef(String code, String name, String level) {}
