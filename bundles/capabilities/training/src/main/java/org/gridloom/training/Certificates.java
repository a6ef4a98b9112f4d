package org.gridloom.training;

import java.util.List;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;

/**
 * Certificates of programmes. Reading takes {@link TrainingPermissions#READ}, issuing and revoking
 * {@link TrainingPermissions#CERTIFY}, in the unit that the person came from. Nobody has two that are good at a time.
 *
 * <p>Events: {@code training.certificate.issued}, {@code .revoked}.
 */
public interface Certificates {

    /** Fields that {@link #list} can be sorted by. */
    List<String> SORTABLE = List.of("number", "issuedOn", "validTo");

    /** Those within the caller's scope. */
    Page<Certificate> list(CertificateFilter filter, PageQuery page);

    Certificate get(long id);

    /** For everybody within the caller's scope who has done what the programme takes and has none; again does nothing. */
    List<Certificate> issue(String programme);

    Certificate revoke(long id, String reason, long expectedVersion);
}
