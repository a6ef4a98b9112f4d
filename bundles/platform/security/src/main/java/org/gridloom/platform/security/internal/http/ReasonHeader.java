package org.gridloom.platform.security.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/**
 * Why a request is made, if its sender says so. Headers carry ASCII only, so it is UTF-8, percent-encoded; it stands in the
 * audit entries of the request that have no reason of their own.
 */
final class ReasonHeader {

    static final String NAME = "Gridloom-Reason";

    private static final int MAX_LENGTH = 200;
    private static final int NO_CHARACTER = 0xFFFD;

    private ReasonHeader() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader(NAME))
                .map(ReasonHeader::decoded)
                .filter(reason -> !reason.isEmpty());
    }

    private static String decoded(String header) {
        try {
            // A plus is itself here: blanks are %20.
            String reason = URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8)
                    .strip();
            if (reason.length() <= MAX_LENGTH && reason.chars().noneMatch(ReasonHeader::isUnreadable)) {
                return reason;
            }
        } catch (IllegalArgumentException notEncoded) {
            // Refused below.
        }
        throw Problem.invalid(
                NAME,
                Text.of(
                        "应为百分号编码的 UTF-8 文字,最多 %d 个字符,不含控制字符",
                        "Must be percent-encoded UTF-8 of at most %d characters, none of them a control character",
                        MAX_LENGTH));
    }

    private static boolean isUnreadable(int character) {
        return character == NO_CHARACTER || Character.isISOControl(character);
    }
}
