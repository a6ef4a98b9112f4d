package org.gridloom.platform.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.gridloom.platform.problem.Problem;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files of records. A file is sent first, then attached in the transaction of whatever changes the record: calls join a
 * transaction that is under way. Each attaching and detaching is an audit entry and an event ({@code
 * attachments.file.attached}, {@code attachments.file.detached}: ids only).
 *
 * <p>Pictures are kept without what a camera writes into them (place, time, device), as that is personal data.
 */
@ProviderType
public interface Attachments {

    /**
     * Takes a file; it is on disk when this returns.
     *
     * @param name of the file; folders before it and signs that a name must not have are left out
     * @param content is read to its end and not closed
     * @throws Problem {@link Problem.Kind#INVALID} (fields {@code name}, {@code file}) if it is of no kind that is
     *     allowed, is damaged, too large or not what its ending says; {@link Problem.Kind#CONFLICT} if the account has
     *     sent too many that it did not attach
     * @throws IOException if the content cannot be read
     */
    Upload upload(String name, InputStream content) throws IOException;

    /**
     * Attaches a file that the caller sent.
     *
     * @param recordType see {@link AttachmentOwner#recordType}
     * @param record id or code of the record
     * @param upload id of the {@link Upload}
     * @param caption what it shows, up to 200 characters; null for none
     * @throws Problem {@link Problem.Kind#NOT_FOUND} if nothing can be attached to such records; {@link
     *     Problem.Kind#INVALID} (fields {@code upload}, {@code caption}) for what is not the caller's, has expired or is
     *     of a kind that the record does not take; {@link Problem.Kind#CONFLICT} if the record has as many as it may;
     *     and what the {@link AttachmentOwner} throws
     */
    Attachment attach(String recordType, String record, String upload, String caption);

    /** Files of a record, those attached first before others. */
    List<Attachment> list(String recordType, String record);

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} if there is none that the caller may read */
    Attachment get(long id);

    /**
     * The content. Whoever calls closes it.
     *
     * @throws Problem {@link Problem.Kind#NOT_FOUND} as {@link #get}; {@link Problem.Kind#UNAVAILABLE} if the file is not
     *     on this node's disk
     * @throws IOException if the file cannot be opened
     */
    InputStream open(long id) throws IOException;

    /** @throws Problem {@link Problem.Kind#NOT_FOUND} as {@link #get}, and what the {@link AttachmentOwner} throws */
    void detach(long id);

    /**
     * Detaches all files of a record that goes. For the capability that owns it, which has checked that the caller may
     * remove it.
     *
     * @param unit of the record, for the audit trail; null for the whole district
     */
    void detachAll(String recordType, String record, String unit);
}
