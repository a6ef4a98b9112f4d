package org.gridloom.build.ui.declaration;

/**
 * Something wrong in a bundle's {@code ui/} folder.
 *
 * @param file path below {@code ui/}
 * @param line counted from 1
 */
public record Fault(String file, int line, String zh, String en) {

    public String inChinese() {
        return "ui/%s 第 %d 行:%s".formatted(file, line, zh);
    }

    public String inEnglish() {
        return "ui/%s:%d: %s".formatted(file, line, en);
    }
}
