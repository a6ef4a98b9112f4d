package org.gridloom.platform.modules.internal.karaf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why Karaf refuses, out of what its resolver says: requirements nested in each other, of which only the innermost tells something. */
final class Refusal {

    private static final Pattern CAUSE = Pattern.compile("caused by: ");

    private Refusal() {}

    static String reason(Exception refusal) {
        String message =
                String.valueOf(refusal.getMessage()).lines().findFirst().orElse("");
        int begin = 0;
        for (Matcher matcher = CAUSE.matcher(message); matcher.find(); ) {
            begin = matcher.end();
        }
        return begin == 0 ? message : message.substring(begin).replaceFirst("]+$", "");
    }
}
