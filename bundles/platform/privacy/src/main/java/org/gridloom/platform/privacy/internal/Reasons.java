package org.gridloom.platform.privacy.internal;

import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Why somebody does what only a reason allows. */
final class Reasons {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 200;
    private static final int LONGEST_DOCUMENT = 100;

    private Reasons() {}

    /** @throws Problem {@link Problem.Kind#INVALID} if it is none */
    static String required(String reason) {
        String given = reason == null ? "" : reason.strip();
        if (given.length() < SHORTEST || given.length() > LONGEST) {
            throw Problem.invalid(
                    "reason", Text.of("应为 %1$d 至 %2$d 个字", "Must have %1$d to %2$d characters", SHORTEST, LONGEST));
        }
        return given;
    }

    /** Number of a document, or where a paper is kept. */
    static String requiredDocument(String document) {
        if (document == null || document.isBlank()) {
            throw Problem.invalid("document", Text.of("必填", "Must be given"));
        }
        return document(document);
    }

    /** The same; null where none is given. */
    static String document(String document) {
        if (document == null || document.isBlank()) {
            return null;
        }
        String given = document.strip();
        if (given.length() > LONGEST_DOCUMENT) {
            throw Problem.invalid(
                    "document", Text.of("最多 %d 个字", "Must have no more than %d characters", LONGEST_DOCUMENT));
        }
        return given;
    }
}
