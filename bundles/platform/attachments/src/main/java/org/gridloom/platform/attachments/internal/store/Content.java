package org.gridloom.platform.attachments.internal.store;

/**
 * What a file holds, kept once.
 *
 * @param file path in the folder of attachments
 * @param kind name of an {@link org.gridloom.platform.attachment.AttachmentKind}
 */
public record Content(String file, String sha256, String kind, long bytes, boolean thumbnail) {}
