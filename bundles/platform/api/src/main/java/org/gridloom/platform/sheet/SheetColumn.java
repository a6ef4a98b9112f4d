package org.gridloom.platform.sheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gridloom.platform.text.Text;

/**
 * A column of a list. Made by one of the factory methods and refined:
 * {@code SheetColumn.text("name", Text.of("姓名", "Name")).needed().upTo(100).aka("户主姓名")}.
 *
 * @param key name in code and, as one of its headers, in files
 * @param header what it is called; either language is understood in a file
 * @param kind what a cell must hold
 * @param need whether it may be absent or empty
 * @param limit most characters of a cell
 * @param synonyms other headers that people use
 * @param choices what a cell may hold; offered but not enforced unless the kind is {@link Kind#CHOICE}
 * @param help what to put in, null where the header says it
 * @param example a cell of the template's example, in a form that the import takes; null for none
 * @param above whether it may stand once above the headers, for all rows
 */
public record SheetColumn(
        String key,
        Text header,
        Kind kind,
        Need need,
        int limit,
        List<String> synonyms,
        List<Choice> choices,
        Text help,
        String example,
        boolean above) {

    /** What the cells of a column hold. */
    public enum Kind {
        /** One line of words. */
        TEXT,
        /** A number that is none: its digits all count, so it must not have been through a spreadsheet's number format. */
        CODE,
        /** A whole number, 0 or more. */
        WHOLE,
        /** A decimal number. */
        DECIMAL,
        /** A day from 1900 to 2999. */
        DATE,
        /** 是/否, yes/no. */
        YES_NO,
        /** One of the choices, by its value or its label in either language. */
        CHOICE
    }

    /** Whether a column may be missing. */
    public enum Need {
        /** May be missing or empty. */
        OPTIONAL,
        /** Must be there; a cell may be empty. */
        COLUMN,
        /** Must be there, and each cell filled. */
        CELLS
    }

    /** One of the things that a cell may hold. */
    public record Choice(String value, Text label) {}

    private static final int USUAL_LIMIT = 500;

    public SheetColumn {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(header, "header");
        synonyms = List.copyOf(synonyms);
        choices = List.copyOf(choices);
    }

    public static SheetColumn of(Kind kind, String key, Text header) {
        return new SheetColumn(key, header, kind, Need.OPTIONAL, USUAL_LIMIT, List.of(), List.of(), null, null, false);
    }

    public static SheetColumn text(String key, Text header) {
        return of(Kind.TEXT, key, header);
    }

    public static SheetColumn code(String key, Text header) {
        return of(Kind.CODE, key, header);
    }

    public static SheetColumn whole(String key, Text header) {
        return of(Kind.WHOLE, key, header);
    }

    public static SheetColumn date(String key, Text header) {
        return of(Kind.DATE, key, header);
    }

    /** Only these choices are taken. */
    public static SheetColumn choice(String key, Text header, List<Choice> choices) {
        return of(Kind.CHOICE, key, header).offering(choices);
    }

    /** Every cell must be filled. */
    public SheetColumn needed() {
        return needing(Need.CELLS);
    }

    /** The column must be there, but cells may be empty. */
    public SheetColumn expected() {
        return needing(Need.COLUMN);
    }

    private SheetColumn needing(Need other) {
        return new SheetColumn(key, header, kind, other, limit, synonyms, choices, help, example, above);
    }

    /** @param characters most of a cell */
    public SheetColumn upTo(int characters) {
        return new SheetColumn(key, header, kind, need, characters, synonyms, choices, help, example, above);
    }

    /** Other headers under which people keep it. */
    public SheetColumn aka(String... headers) {
        List<String> all = new ArrayList<>(synonyms);
        all.addAll(List.of(headers));
        return new SheetColumn(key, header, kind, need, limit, all, choices, help, example, above);
    }

    /** Choices for the template's drop-down. */
    public SheetColumn offering(List<Choice> some) {
        return new SheetColumn(key, header, kind, need, limit, synonyms, some, help, example, above);
    }

    public SheetColumn explained(Text words) {
        return new SheetColumn(key, header, kind, need, limit, synonyms, choices, words, example, above);
    }

    /** @param cell shown in the template's example */
    public SheetColumn as(String cell) {
        return new SheetColumn(key, header, kind, need, limit, synonyms, choices, help, cell, above);
    }

    /**
     * A file may say it once in the titles above its headers, after one of the column's names ({@code 期次：2026-001}, in one
     * cell or in two): it then holds for each row that does not say it itself.
     */
    public SheetColumn orAbove() {
        return new SheetColumn(key, header, kind, need, limit, synonyms, choices, help, example, true);
    }
}
