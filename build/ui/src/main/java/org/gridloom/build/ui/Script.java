package org.gridloom.build.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A script without its comments. */
final class Script {

    private static final Pattern WORD_CALL = Pattern.compile("(?<![\\w$.#])t\\(");
    private static final Pattern IMPORT = Pattern.compile("(?<![\\w$.])(from|import)\\s*\\(?\\s*$");
    private static final Pattern HTML = Pattern.compile("(?<![\\w$.])html\\s*$");

    private final String code;
    private final List<Literal> literals;

    /** @param code the source with blanks in place of comments */
    Script(String code, List<Literal> literals) {
        this.code = code;
        this.literals = literals.stream()
                .sorted(Comparator.comparingInt(Literal::start))
                .toList();
    }

    String code() {
        return code;
    }

    List<Literal> literals() {
        return literals;
    }

    List<Literal> imports() {
        return literals.stream().filter(literal -> follows(IMPORT, literal)).toList();
    }

    List<Literal> htmlTemplates() {
        return literals.stream().filter(literal -> follows(HTML, literal)).toList();
    }

    /** What is in the first argument of each {@code t(…)}. */
    List<Literal> wordKeys() {
        List<Literal> keys = new ArrayList<>();
        Matcher call = WORD_CALL.matcher(code);
        while (call.find()) {
            int at = call.start();
            if (isCode(at)) {
                keys.addAll(firstArgument(call.end()));
            }
        }
        return keys;
    }

    int line(int offset) {
        return 1 + (int) code.chars().limit(offset).filter(c -> c == '\n').count();
    }

    private boolean follows(Pattern pattern, Literal literal) {
        return pattern.matcher(code.substring(Math.max(0, literal.start() - 80), literal.start()))
                .find();
    }

    private boolean isCode(int offset) {
        return literals.stream()
                .filter(literal -> literal.start() < offset && offset < literal.end())
                .allMatch(literal -> literal.holes().stream().anyMatch(hole -> hole[0] < offset && offset < hole[1]));
    }

    private List<Literal> firstArgument(int start) {
        List<Literal> found = new ArrayList<>();
        int depth = 0;
        int at = start;
        while (at < code.length() && (depth > 0 || ",)".indexOf(code.charAt(at)) < 0)) {
            Optional<Literal> literal = literalAt(at);
            if (literal.isPresent()) {
                found.add(literal.get());
                at = literal.get().end();
            } else {
                depth += "([{".indexOf(code.charAt(at)) >= 0 ? 1 : ")]}".indexOf(code.charAt(at)) >= 0 ? -1 : 0;
                at++;
            }
        }
        return found;
    }

    private Optional<Literal> literalAt(int offset) {
        return literals.stream().filter(literal -> literal.start() == offset).findFirst();
    }
}
