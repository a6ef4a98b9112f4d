package org.gridloom.organization;

import org.gridloom.platform.text.Text;

/**
 * A level of the party organisation, as the district names and uses it. Levels are data; six are there from the start.
 *
 * @param code {@code committee}, {@code street}, {@code community}, {@code branch}, {@code building-group},
 *     {@code host-household}, or what the district added
 * @param position from 1, the district committee's level, downwards
 * @param name as the district calls it
 * @param unitLevel level of the territory unit that an organisation of this level is expected to cover; null for none
 * @param version for the next change
 */
public record PartyLevel(String code, int position, Text name, String unitLevel, long version) {}
