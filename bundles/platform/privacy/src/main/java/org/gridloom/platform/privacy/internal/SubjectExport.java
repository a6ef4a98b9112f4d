package org.gridloom.platform.privacy.internal;

import java.time.Instant;
import java.util.List;
import org.gridloom.platform.text.Text;

/**
 * All that is held on a person, in clear.
 *
 * @param erasedAt null for who is not erased
 */
public record SubjectExport(
        String subject, String unit, Instant erasedAt, List<Entry> held, List<Consent> consents, List<Look> looks) {

    /**
     * Something that is held.
     *
     * @param field code of the field; null where it is kept in clear
     * @param purpose what it is needed for; null where no field is declared
     * @param value null where it was erased
     */
    public record Entry(Text record, Text name, String field, Text purpose, Text basis, String value) {}
}
