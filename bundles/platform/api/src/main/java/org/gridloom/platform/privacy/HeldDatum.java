package org.gridloom.platform.privacy;

import org.gridloom.platform.text.Text;

/**
 * Something that is kept of a person.
 *
 * @param record which record it belongs to, as in 人员登记
 * @param name what it is
 * @param field code of the {@link PersonalField}; null where it is kept in clear
 * @param value in clear, or, with a field, as it is stored
 */
public record HeldDatum(Text record, Text name, String field, String value) {}
