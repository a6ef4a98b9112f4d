package org.gridloom.platform.problem;

import java.util.List;
import java.util.Map;
import org.gridloom.platform.text.Text;

/**
 * A refused use case. Thrown by services; REST turns it into {@code application/problem+json} (RFC 9457), the console
 * into one line a violation. The transaction it leaves is rolled back.
 */
public class Problem extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final String RETRY_AFTER = "retryAfter";

    /** Why a use case is refused, with the HTTP status that says so. */
    public enum Kind {
        /** The input breaks a rule of form; see the violations. */
        INVALID(422),
        /** The caller has not said who they are, or is not believed. */
        UNAUTHENTICATED(401),
        /** The caller may not do this, or not in this unit. */
        FORBIDDEN(403),
        /** There is no such record, or none that the caller may know of. */
        NOT_FOUND(404),
        /** The record's state, or another record, does not allow this now. */
        CONFLICT(409),
        /** The record was there and has successors or has been closed. */
        GONE(410),
        /** The record was changed since the caller read it. */
        CHANGED(412),
        /** The caller must say which version of the record they read. */
        VERSION_REQUIRED(428),
        /** Too many failed attempts. */
        TOO_MANY(429),
        /** Something this needs is not there for the moment; trying again may help. */
        UNAVAILABLE(503),
        /** The district is read-only for the moment: it can be looked at, not changed. */
        READ_ONLY(503),
        /** The disk has no room for it; an operator has to make some. */
        FULL(507);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    private final Kind kind;
    private final transient Text text;
    private final transient List<Violation> violations;

    public Problem(Kind kind, Text text, List<Violation> violations) {
        super(text.en());
        this.kind = kind;
        this.text = text;
        this.violations = List.copyOf(violations);
    }

    public Problem(Kind kind, Text text) {
        this(kind, text, List.of());
    }

    public static Problem invalid(List<Violation> violations) {
        return new Problem(
                Kind.INVALID, Text.of("提交的内容有 %d 处错误", "The input has %d fault(s)", violations.size()), violations);
    }

    public static Problem invalid(String field, Text message) {
        return invalid(List.of(Violation.of(field, message)));
    }

    public static Problem notFound(Text text) {
        return new Problem(Kind.NOT_FOUND, text);
    }

    public static Problem conflict(Text text) {
        return new Problem(Kind.CONFLICT, text);
    }

    /** Somebody else changed the record after the caller read it. */
    public static Problem changed(long current) {
        return new Problem(
                Kind.CHANGED,
                Text.of(
                        "记录已被他人修改(当前版本 %d),请重新读取后再改",
                        "Somebody else changed the record meanwhile (it is at version %d): read it again, then change it",
                        current));
    }

    /**
     * Too much was tried; REST answers with a Retry-After header.
     *
     * @param seconds after which it may be tried again
     */
    public static Problem tooMany(Text text, long seconds) {
        return new TooMany(text, seconds);
    }

    public Kind kind() {
        return kind;
    }

    public Text text() {
        return text;
    }

    public List<Violation> violations() {
        return violations;
    }

    /**
     * More that a program may want to know, as members of the problem details (RFC 9457) beside the usual ones: JSON
     * values, without personal data.
     */
    public Map<String, Object> details() {
        return Map.of();
    }

    private static final class TooMany extends Problem {

        private static final long serialVersionUID = 1L;

        private final long seconds;

        TooMany(Text text, long seconds) {
            super(Kind.TOO_MANY, text);
            this.seconds = seconds;
        }

        @Override
        public Map<String, Object> details() {
            return Map.of(RETRY_AFTER, seconds);
        }
    }
}
