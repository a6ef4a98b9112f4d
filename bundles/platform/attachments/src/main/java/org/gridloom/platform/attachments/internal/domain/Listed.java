package org.gridloom.platform.attachments.internal.domain;

import org.gridloom.platform.attachment.Attachment;

/**
 * An attachment with what only this bundle knows of it.
 *
 * @param unit of its record when it was attached; null for the whole district
 * @param file where its content lies
 */
public record Listed(Attachment attachment, String unit, String file) {}
