package org.gridloom.platform.attachment;

import java.util.Set;

/**
 * What may be attached to records of one type.
 *
 * @param kinds that are allowed
 * @param most files of one record
 * @param auditsReading whether each download is in the audit trail: for files that hold personal data, say
 */
public record AttachmentRules(Set<AttachmentKind> kinds, int most, boolean auditsReading) {

    public AttachmentRules {
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty() || most < 1) {
            throw new IllegalArgumentException("At least one kind and one file");
        }
    }
}
