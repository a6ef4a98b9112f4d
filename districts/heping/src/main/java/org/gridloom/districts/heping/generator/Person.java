package org.gridloom.districts.heping.generator;

/**
 * Somebody invented.
 *
 * @param unit code of the unit that keeps the record
 */
record Person(String code, String name, boolean woman, int birthYear, boolean partyMember, String unit) {}
