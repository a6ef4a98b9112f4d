package org.gridloom.platform.notice;

import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * A notice to be sent.
 *
 * @param key stands for this one notice, as in {@code organization.task.near/17/2026-12-31}, at most 300 characters: who has
 *     got it does not get it again, however often it is sent
 * @param kind what sort of notice it is, {@code <module>.<kind>}, as in {@code organization.task.near}
 * @param about kind and id of the record that it is about, as in {@code task/17}
 * @param subject one line, at most 300 characters in each language; names no person
 * @param link where its page is, as in {@code #/organization/coordination/XT1}; null for none
 */
public record NoticeDraft(String key, String kind, String about, Text subject, String link) {

    private static final int LONGEST = 300;
    private static final String ROUTE = "#/";

    public NoticeDraft {
        require("key", key);
        require("kind", kind);
        require("about", about);
        Objects.requireNonNull(subject, "subject");
        require("subject", subject.zh());
        require("subject", subject.en());
        if (link != null && (!link.startsWith(ROUTE) || link.length() > LONGEST)) {
            throw new IllegalArgumentException("link must begin with #/ and be no longer than " + LONGEST);
        }
    }

    private static void require(String field, String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(field + " must have 1 to " + LONGEST + " characters");
        }
    }
}
