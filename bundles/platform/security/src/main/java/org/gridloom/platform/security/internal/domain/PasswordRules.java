package org.gridloom.platform.security.internal.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.text.Text;

/**
 * What a password must be: long, not the account's name, not one of those everybody tries first. No rules about kinds
 * of characters, which only make people append {@code 1!} (NIST SP 800-63B, 5.1.1.2).
 *
 * @param minLength fewest characters
 */
public record PasswordRules(int minLength) {

    public static final int MAX_LENGTH = 128;
    private static final int MIN_DIFFERENT = 5;
    private static final String LEAKED = "/com/nulabinc/zxcvbn/matchers/dictionaries/";
    private static final List<String> LISTS = List.of(
            "common-passwords.txt",
            LEAKED + "passwords.txt",
            LEAKED + "male_names.txt",
            LEAKED + "female_names.txt",
            LEAKED + "surnames.txt");

    /** @throws Problem {@link Problem.Kind#INVALID} naming each rule that is broken, never the password */
    public void check(String field, String password, String accountName) {
        List<Violation> violations = new ArrayList<>();
        String lower = password.toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        if (length < minLength || length > MAX_LENGTH) {
            violations.add(Violation.of(
                    field, Text.of("长度应为 %d 至 %d 个字符", "Must have %d to %d characters", minLength, MAX_LENGTH)));
        }
        if (lower.contains(accountName.toLowerCase(Locale.ROOT))) {
            violations.add(Violation.of(field, Text.of("不能包含账号名", "Must not contain the account's name")));
        }
        if (password.codePoints().distinct().count() < MIN_DIFFERENT) {
            violations.add(Violation.of(
                    field, Text.of("至少应有 %d 个不同的字符", "Must have at least %d different characters", MIN_DIFFERENT)));
        }
        if (isCommon(lower)) {
            violations.add(Violation.of(
                    field, Text.of("过于常见,容易被猜中", "Is too common: it is among the first that are guessed")));
        }
        if (password.codePoints().anyMatch(Character::isISOControl)) {
            violations.add(Violation.of(field, Text.of("不能含控制字符", "Must not hold control characters")));
        }
        if (!violations.isEmpty()) {
            throw Problem.invalid(violations);
        }
    }

    /** Also what is common with digits or marks hung on at the end. */
    private static boolean isCommon(String lower) {
        String stem = lower.replaceAll("[\\d\\p{Punct}]+$", "");
        Set<String> words = new HashSet<>(List.of(lower, stem));
        words.remove("");
        return isRun(lower) || LISTS.stream().anyMatch(list -> holds(list, words));
    }

    /** Characters that all follow each other, up or down: 1234567890, abcdefghij. */
    private static boolean isRun(String text) {
        return isRun(text, 1) || isRun(text, -1);
    }

    private static boolean isRun(String text, int step) {
        for (int i = 1; i < text.length(); i++) {
            String pair = text.substring(i - 1, i + 1);
            boolean wraps = pair.equals(step > 0 ? "90" : "09");
            if (text.charAt(i) - text.charAt(i - 1) != step && !wraps) {
                return false;
            }
        }
        return true;
    }

    /** Read anew each time: it is asked for seldom, and long. */
    private static boolean holds(String list, Set<String> words) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(PasswordRules.class.getResourceAsStream(list), StandardCharsets.UTF_8))) {
            return lines.lines().map(String::strip).anyMatch(words::contains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
