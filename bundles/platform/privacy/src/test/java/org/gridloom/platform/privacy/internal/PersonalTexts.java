package org.gridloom.platform.privacy.internal;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Personal data as people type them. */
final class PersonalTexts {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private PersonalTexts() {}

    /** Any characters there are, beyond the basic plane too. */
    static Arbitrary<String> any() {
        return Arbitraries.oneOf(
                        Arbitraries.integers().between(0, Character.MAX_CODE_POINT),
                        Arbitraries.integers().between(' ', '~'),
                        Arbitraries.integers().between('一', '龥'),
                        Arbitraries.of((int) ' ', 0x3000, (int) '０', 0x301, (int) 'ﬁ'))
                .filter(it -> it < Character.MIN_SURROGATE || it > Character.MAX_SURROGATE)
                .list()
                .ofMaxSize(30)
                .map(some -> some.stream()
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
    }

    /** Numbers as they are dialled, abroad too, with what people put between; one in some is none. */
    static Arbitrary<String> phones() {
        Arbitrary<String> prefix = Arbitraries.of("", "", "", "+86", "0086", "+86 ", "+86+86", "00860086", "00860086");
        Arbitrary<String> head = Arbitraries.of("13", "138", "024", "0412", "008", "10");
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(6).ofMaxLength(9);
        return Combinators.combine(prefix, head, digits, Arbitraries.of("", " ", "-", "(", " - "))
                .as((before, area, rest, between) -> before + area + between + rest)
                .flatMap(PersonalTexts::wide);
    }

    private static Arbitrary<String> wide(String text) {
        return Arbitraries.of(true, false, false)
                .map(isWide -> isWide
                        ? text.chars()
                                .collect(StringBuilder::new, PersonalTexts::widen, (a, b) -> {})
                                .toString()
                        : text);
    }

    private static void widen(StringBuilder out, int character) {
        out.append((char) (character >= '0' && character <= '9' ? character - '0' + '０' : character));
    }

    /** Numbers of identity cards with their check digit. */
    static Arbitrary<String> identities() {
        return Combinators.combine(
                        Arbitraries.integers().between(110000, 659999),
                        Arbitraries.integers().between(1900, 2099),
                        Arbitraries.integers().between(0, 9_999_999))
                .as("%06d%04d%07d"::formatted)
                .map(body -> body + "10X98765432".charAt(sum(body) % 11));
    }

    private static int sum(String body) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (body.charAt(i) - '0') * WEIGHTS[i];
        }
        return sum;
    }
}
