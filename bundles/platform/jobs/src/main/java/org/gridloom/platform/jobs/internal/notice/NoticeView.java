package org.gridloom.platform.jobs.internal.notice;

import java.time.Instant;
import org.gridloom.platform.text.Text;

/**
 * A notice as its recipient sees it.
 *
 * @param kind what sort of notice it is
 * @param about kind and id of the record that it is about
 * @param subject one line
 * @param link where its page is; null for none
 * @param readAt null while unread
 */
public record NoticeView(
        long id, String kind, String about, Text subject, String link, Instant sentAt, Instant readAt) {}
