package org.gridloom.build.ui;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A string or template of a script.
 *
 * @param start where its opening quote is
 * @param end behind its closing quote
 * @param chunks what stands between the expressions of a template; one for a string
 * @param holes where the expressions are, each from and to
 */
record Literal(int start, int end, List<String> chunks, List<int[]> holes) {

    boolean isConstant() {
        return chunks.size() == 1;
    }

    /** Of a constant; else what stands before the first expression. */
    String text() {
        return chunks.get(0);
    }

    /** What it can become, each expression being something. */
    Pattern pattern() {
        return Pattern.compile(chunks.stream().map(Pattern::quote).collect(Collectors.joining(".+")));
    }

    /** As in the script, for messages. */
    String shown() {
        return String.join("${…}", chunks);
    }
}
