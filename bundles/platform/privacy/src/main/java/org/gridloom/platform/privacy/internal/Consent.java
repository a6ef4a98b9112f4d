package org.gridloom.platform.privacy.internal;

import java.time.LocalDate;

/**
 * What a person agreed to.
 *
 * @param field code of the field of personal data, for its purpose
 * @param givenDocument where the signed paper or the record is
 * @param withdrawnOn null while it holds
 */
public record Consent(
        long id,
        String subject,
        String field,
        LocalDate givenOn,
        String givenDocument,
        LocalDate withdrawnOn,
        String withdrawnDocument) {}
