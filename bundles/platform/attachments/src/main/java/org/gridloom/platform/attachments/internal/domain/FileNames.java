package org.gridloom.platform.attachments.internal.domain;

import java.text.Normalizer;
import java.util.Locale;
import org.gridloom.platform.attachment.AttachmentKind;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;

/** Names of files as people gave them, without what tricks a reader or a file system. Never a path on this server. */
public final class FileNames {

    /** Characters of a name at most. */
    public static final int LONGEST = 150;

    private static final String NOT_IN_NAMES = ":*?\"<>|%";

    private FileNames() {}

    /** The name without folders, signs that are not seen, and those that some file system does not take. */
    public static String clean(String given) {
        String name = given == null ? "" : Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints().filter(FileNames::isSeen).forEach(each -> {
            boolean isTaken = NOT_IN_NAMES.indexOf(each) < 0;
            kept.appendCodePoint(isTaken ? each : '_');
        });
        String clean = kept.toString().strip().replaceFirst("^\\.+", "").strip();
        if (clean.isEmpty() || clean.length() > LONGEST) {
            throw Problem.invalid("name", Text.of("文件名应为 1 至 %d 个字", "Must have 1 to %d characters", LONGEST));
        }
        return clean;
    }

    /** Controls, marks that turn the direction of writing, halves of characters: what a name shows must be what it is. */
    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** What comes after the last dot, in small letters; empty where there is none. */
    public static String ending(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Refuses a name that says something else than the content. */
    public static void requireEnding(String name, AttachmentKind kind) {
        if (!kind.endings().contains(ending(name))) {
            throw Problem.invalid(
                    "name",
                    Text.of(
                            "按内容是%1$s,文件名应以 .%3$s 结尾",
                            "The content is a %2$s: the name must end with .%3$s",
                            kind.title().zh(),
                            kind.title().en(),
                            String.join(", .", kind.endings())));
        }
    }
}
