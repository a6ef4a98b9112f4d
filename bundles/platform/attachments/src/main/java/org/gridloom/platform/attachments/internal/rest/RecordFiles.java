package org.gridloom.platform.attachments.internal.rest;

import java.util.List;
import org.gridloom.platform.attachment.Attachment;

/**
 * Files of a record, and what can be attached to it.
 *
 * @param items those attached first before others
 * @param kinds that are taken
 * @param most files of the record
 * @param fileBytes of one file at most
 */
public record RecordFiles(List<Attachment> items, List<KindItem> kinds, int most, long fileBytes) {}
