package org.gridloom.platform.attachment;

import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Lets files be attached to records of one type. A capability registers a service for each such type; REST, page element
 * ({@code <gl-attachments>}) and clean-up follow. The platform asks it before anything is told or changed, on the
 * caller's thread, in the transaction of the change; several threads may ask at once. While it is away nothing of its
 * records can be read or changed, and nothing is lost.
 */
@ConsumerType
public interface AttachmentOwner {

    /** {@code <capability>.<noun>}, as in {@code organization.document}; for good. Letters, digits, dots, hyphens. */
    String recordType();

    /** What may be attached. */
    AttachmentRules rules();

    /**
     * The caller must be allowed to read the record.
     *
     * @param record id or code as in the capability's API
     * @return code of the unit that the record belongs to; null for the whole district
     * @throws Problem {@link Problem.Kind#NOT_FOUND} or {@link Problem.Kind#FORBIDDEN}
     */
    String readable(String record);

    /**
     * The caller must be allowed to attach files to the record and to detach them. Lock the record until the end of the
     * transaction, so that it cannot go meanwhile and the number of its files is counted by one at a time.
     *
     * @param record id or code as in the capability's API
     * @return code of the unit that the record belongs to; null for the whole district
     * @throws Problem {@link Problem.Kind#NOT_FOUND}, {@link Problem.Kind#FORBIDDEN}, or {@link Problem.Kind#CONFLICT}
     *     where its state does not allow it
     */
    String changeable(String record);
}
