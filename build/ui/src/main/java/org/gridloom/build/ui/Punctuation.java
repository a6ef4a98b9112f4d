package org.gridloom.build.ui;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Punctuation of Chinese words: as wide as they are, wherever it stands beside one or beside a placeholder. */
final class Punctuation {

    /** Characters, the punctuation among them, and placeholders, which become words. */
    private static final String WORD = "[\\p{IsHan}、。，：；？！（）《》「」“”‘’…{}]";

    private static final String MARK = "[,:;?!()]";

    private static final Pattern NARROW = Pattern.compile(
            "(?<=%1$s)%2$s|%2$s(?=%1$s)|(?<=\\p{IsHan})\\.(?!\\w)|（[^（）]*\\)|\\([^()]*）".formatted(WORD, MARK));

    private static final int AROUND = 3;

    private Punctuation() {}

    /** The first place that is not as it should be, with what stands around it. */
    static Optional<String> narrowIn(String text) {
        return NARROW.matcher(text).results().findFirst().map(found -> around(text, found));
    }

    private static String around(String text, MatchResult found) {
        return text.substring(Math.max(found.start() - AROUND, 0), Math.min(found.end() + AROUND, text.length()));
    }
}
