package org.gridloom.platform.rest.internal.problem;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something of somebody else's did not start, in one line that operators may read: the exception's simple name and
 * the first line of its message. Messages of database drivers and parsers are left away, as they repeat what people
 * typed; in others, numbers as long as those of phones and identity cards and addresses of mail are hidden. Keeps text
 * only, so that no class of the bundle is held.
 */
public final class SafeReason {

    private static final int MAX_LENGTH = 200;
    private static final String HIDDEN = "****";
    private static final String CAUSE = "Caused by: ";
    private static final Pattern HEAD = Pattern.compile("([\\w.$]+)(?:: (.*))?");
    private static final Pattern PERSONAL =
            Pattern.compile("[\\p{L}\\p{N}._%+-]+@[\\p{L}\\p{N}.-]+|\\p{Nd}(?:[ -]?\\p{Nd}){5,}[xX]?");
    private static final List<String> WRAPPERS =
            List.of("java.lang.reflect.InvocationTargetException", "org.osgi.framework.BundleException");
    private static final List<String> REPEAT_INPUT = List.of(
            "java.sql.",
            "java.text.",
            "java.time.",
            "java.util.InputMismatchException",
            "java.lang.NumberFormatException",
            "javax.xml.",
            "jakarta.persistence.",
            "jakarta.validation.",
            "com.fasterxml.jackson.",
            "org.eclipse.persistence.",
            "org.h2.",
            "org.postgresql.",
            "org.xml.",
            "liquibase.");

    private SafeReason() {}

    public static String of(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace, true));
        return of(trace.toString());
    }

    /** Of a stack trace as Java prints it. */
    public static String of(String trace) {
        List<String> causes = trace.lines()
                .filter(line -> line.startsWith(CAUSE))
                .map(line -> line.substring(CAUSE.length()))
                .toList();
        String first = trace.lines().findFirst().orElse("");
        boolean isWrapped = !causes.isEmpty() && WRAPPERS.stream().anyMatch(first::startsWith);
        String head = isWrapped ? causes.get(0) : first;
        Matcher parts = HEAD.matcher(head);
        if (!parts.matches()) {
            return HIDDEN;
        }
        Optional<String> input = causes.stream()
                .filter(SafeReason::repeatsInput)
                .findFirst()
                .or(() -> Optional.of(head).filter(SafeReason::repeatsInput));
        String name = simple(parts.group(1));
        if (input.isPresent()) {
            String cause = simple(input.get().split(":", 2)[0]);
            return cause.equals(name) ? name : name + " (" + cause + ")";
        }
        return parts.group(2) == null || parts.group(2).isBlank() ? name : name + ": " + shown(parts.group(2));
    }

    /** Also where the message of another exception names one of them: it was made of that one. */
    private static boolean repeatsInput(String head) {
        return REPEAT_INPUT.stream().anyMatch(head::contains);
    }

    private static String shown(String message) {
        String safe = PERSONAL.matcher(message.strip()).replaceAll(HIDDEN);
        return safe.length() <= MAX_LENGTH ? safe : safe.substring(0, MAX_LENGTH) + "…";
    }

    private static String simple(String type) {
        return type.substring(Math.max(type.lastIndexOf('.'), type.lastIndexOf('$')) + 1);
    }
}
