package org.gridloom.platform.attachments.internal.rest;

import java.util.List;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.text.Text;

/** A kind of file that is taken. */
public record KindItem(AttachmentKind kind, Text title, String mediaType, List<String> endings) {

    static KindItem of(AttachmentKind kind) {
        return new KindItem(kind, kind.title(), kind.mediaType(), kind.endings());
    }
}
