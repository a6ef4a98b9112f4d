package com.example.snow;

/**
 * Those who clear snow (除雪队).
 *
 * @param unit code of the territory unit to which it belongs
 * @param people how many there are
 * @param machines how many machines it has
 * @param equipment which they are; null where nobody has said
 * @param version for the next change
 */
public record Team(String code, String name, String unit, int people, int machines, String equipment, long version) {}
