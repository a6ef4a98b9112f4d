package org.gridloom.platform.privacy;

import org.gridloom.platform.text.Text;

/**
 * Something that is kept of a person.
 *
 * @param record which record it belongs to, as in 人员登记
 * @param name what it is
 * @param field code of the {@link PersonalField}, for its purpose; null where none is declared
 * @param value as it is stored: encrypted under the person's name that was asked for, or in clear
 */
public record HeldDatum(Text record, Text name, String field, String value) {}
