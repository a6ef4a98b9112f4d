package org.gridloom.build.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds comments, strings and templates in JavaScript that parses. */
final class Scanner {

    private static final String BEFORE_REGEX = "(,=:[!&|?{};+-*%~^<>}";
    private static final Set<String> WORDS_BEFORE_REGEX =
            Set.of("return", "typeof", "case", "in", "of", "delete", "void", "throw", "else", "do", "await", "yield");

    private final String source;
    private final StringBuilder code;
    private final List<Literal> literals = new ArrayList<>();
    private int at;

    private Scanner(String source) {
        this.source = source;
        this.code = new StringBuilder(source);
    }

    static Script scan(String source) {
        Scanner scanner = new Scanner(source);
        scanner.code(false);
        return new Script(scanner.code.toString(), scanner.literals);
    }

    /** Up to the end, or to the brace that ends a template's expression. */
    private void code(boolean inTemplate) {
        int depth = 0;
        while (at < source.length()) {
            if (skipped()) {
                continue;
            }
            char c = source.charAt(at);
            if (c == '}' && inTemplate && depth == 0) {
                return;
            }
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            at++;
        }
    }

    /** Whether a comment, string, template or regular expression began here and was gone through. */
    private boolean skipped() {
        char c = source.charAt(at);
        if (source.startsWith("//", at)) {
            blank(end("\n", 0));
        } else if (source.startsWith("/*", at)) {
            blank(end("*/", 2));
        } else if (c == '\'' || c == '"') {
            string(c);
        } else if (c == '`') {
            template();
        } else if (c == '/' && regexMayBegin()) {
            regex();
        } else {
            return false;
        }
        return true;
    }

    private int end(String mark, int length) {
        int found = source.indexOf(mark, at + length);
        return found < 0 ? source.length() : found + length;
    }

    private void blank(int end) {
        for (; at < end; at++) {
            if (source.charAt(at) != '\n') {
                code.setCharAt(at, ' ');
            }
        }
    }

    private void string(char quote) {
        int start = at++;
        while (at < source.length() && source.charAt(at) != quote) {
            at += source.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, source.length());
        literals.add(new Literal(start, at, List.of(source.substring(start + 1, at - 1)), List.of()));
    }

    private void template() {
        int start = at++;
        int from = at;
        List<String> chunks = new ArrayList<>();
        List<int[]> holes = new ArrayList<>();
        while (at < source.length() && source.charAt(at) != '`') {
            if (source.startsWith("${", at)) {
                chunks.add(source.substring(from, at));
                int hole = at;
                at += 2;
                code(true);
                from = ++at;
                holes.add(new int[] {hole, from});
            } else {
                at += source.charAt(at) == '\\' ? 2 : 1;
            }
        }
        chunks.add(source.substring(from, Math.min(at, source.length())));
        at = Math.min(at + 1, source.length());
        literals.add(new Literal(start, at, chunks, holes));
    }

    private void regex() {
        boolean inClass = false;
        for (at++; at < source.length(); at++) {
            char c = source.charAt(at);
            if (c == '\\') {
                at++;
            } else if (c == '[' || c == ']') {
                inClass = c == '[';
            } else if (c == '/' && !inClass) {
                at++;
                return;
            }
        }
    }

    /** Else a slash divides. */
    private boolean regexMayBegin() {
        int before = at - 1;
        while (before >= 0 && Character.isWhitespace(code.charAt(before))) {
            before--;
        }
        if (before < 0 || BEFORE_REGEX.indexOf(code.charAt(before)) >= 0) {
            return true;
        }
        int end = before + 1;
        while (before >= 0 && Character.isJavaIdentifierPart(code.charAt(before))) {
            before--;
        }
        return WORDS_BEFORE_REGEX.contains(code.substring(before + 1, end));
    }
}
