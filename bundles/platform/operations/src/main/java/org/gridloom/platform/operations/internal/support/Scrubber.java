package org.gridloom.platform.operations.internal.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Takes out of any text what may be a secret or tell of a person. It takes too much rather than too little: our own
 * messages are English, so that all Chinese in them is data.
 */
final class Scrubber {

    private static final int SHORTEST = 3;

    /** Words in names of settings whose values are secret. */
    private static final String SECRET_WORDS =
            "pass(?:word|wd|phrase)?|pwd|secret|token|credential|api[_-]?key|access[_-]?key|private[_-]?key|auth(?:orization)?";

    /** Not what has been taken out already. */
    private static final String NOT_YET = "(?!\\[(?:set|secret|withheld)])";

    /** What begins with a dot is not shown among a component's service properties either. */
    private static final Pattern SECRET_NAME = Pattern.compile("(?i)\\..*|.*(?:" + SECRET_WORDS + "|key).*");

    private record Rule(Pattern what, String by) {
        Rule(String what, String by) {
            this(Pattern.compile(what), by);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule("(?s)-----BEGIN [^-]*PRIVATE KEY-----.*?(?:-----END [^-]*-----|\\z)", "[private key]"),
            new Rule("(?i)\\b(bearer|basic)\\s+[A-Za-z0-9+/=._~-]{6,}", "$1 [secret]"),
            new Rule("(?i)(authorization|cookie)(\"?\\s*[:=]\\s*)[^\\r\\n]+", "$1$2[secret]"),
            new Rule(
                    "(?i)(\"[\\w.-]*(?:" + SECRET_WORDS + ")[\\w.-]*\"\\s*:\\s*)\"" + NOT_YET
                            + "(?:[^\"\\\\]|\\\\.)+\"",
                    "$1\"[secret]\""),
            new Rule(
                    "(?i)([\\w.-]*(?:" + SECRET_WORDS + ")[\\w.-]*\"?\\s*[:=]\\s*\"?)" + NOT_YET + "[^\\s\"&,;]+",
                    "$1[secret]"),
            new Rule("://[^/\\s:@]+:[^/\\s@]+@", "://[secret]@"),
            new Rule("[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+", "[e-mail]"),
            new Rule("(?<![0-9A-Za-z])[1-9][0-9]{16}[0-9Xx](?![0-9A-Za-z])", "[identity number]"),
            new Rule("(?<![0-9A-Za-z.])[0-9]{15,19}(?![0-9A-Za-z])", "[number]"),
            new Rule(
                    "(?<![0-9A-Za-z.])(?:\\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}(?![0-9A-Za-z])", "[phone]"),
            new Rule("(?<![0-9A-Za-z.])0[0-9]{2,3}[- ][0-9]{7,8}(?![0-9A-Za-z])", "[phone]"),
            new Rule(
                    "[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]*\\p{IsHan}[\\p{IsHan}\\u3000-\\u303f\\uff00-\\uffef]*",
                    "[zh]"));

    private final Pattern known;

    /**
     * @param known words that are secret or name somebody, wherever they are: passwords, names of accounts; very short
     *     ones are left, as they would be found everywhere
     */
    Scrubber(Collection<String> known) {
        List<String> words = new ArrayList<>(known);
        words.removeIf(word -> word == null || word.strip().length() < SHORTEST);
        words.sort(Comparator.comparingInt(String::length).reversed());
        this.known = words.isEmpty()
                ? null
                : Pattern.compile("(?<![0-9A-Za-z])(?:"
                        + String.join("|", words.stream().map(Pattern::quote).toList()) + ")(?![0-9A-Za-z])");
    }

    String scrub(String text) {
        String clean = known == null ? text : known.matcher(text).replaceAll("[withheld]");
        for (Rule rule : RULES) {
            clean = rule.what().matcher(clean).replaceAll(rule.by());
        }
        return clean;
    }

    /**
     * Settings by name; what may be secret is only said to be there.
     *
     * @param secret names that are, whatever they look like
     */
    static Map<String, String> masked(Map<String, ?> settings, Set<String> secret) {
        Map<String, String> masked = new TreeMap<>();
        settings.forEach((name, value) -> {
            boolean hidden = secret.contains(name) || SECRET_NAME.matcher(name).matches();
            masked.put(name, hidden && value != null ? "[set]" : String.valueOf(value));
        });
        return masked;
    }
}
