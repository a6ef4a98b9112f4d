package org.gridloom.platform.sheets.internal;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridloom.platform.sheet.SheetColumn;
import org.gridloom.platform.sheet.SheetColumn.Choice;
import org.gridloom.platform.sheet.SheetColumn.Kind;
import org.gridloom.platform.sheets.internal.table.NumberFormats;
import org.gridloom.platform.sheets.internal.table.RawTable;
import org.gridloom.platform.text.Text;

/** What people write into cells, by what the column holds. */
final class Cells {

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[ T]\\d{1,2}:.*)?");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern DAY_NUMBER = Pattern.compile("[1-9]\\d{4}");
    private static final Pattern WHOLE = Pattern.compile("(\\d{1,9})(?:\\.0+)?");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,10})?");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern LOST_DIGITS = Pattern.compile("\\d(\\.\\d+)?[eE]\\+?\\d{2,}");
    private static final Set<String> ERRORS =
            Set.of("#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");
    private static final Map<String, String> YES_NO = Map.of(
            "是", "true", "有", "true", "√", "true", "yes", "true", "true", "true", "1", "true", "否", "false", "无",
            "false", "no", "false", "false", "false");
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2999, 12, 31);

    private Cells() {}

    /** A cell as its column has it, or what is wrong with it; both null for an empty one. */
    record Checked(String value, Text fault) {

        static Checked of(String value) {
            return new Checked(value, null);
        }

        static Checked wrong(String zh, String en, Object... arguments) {
            return new Checked(null, Text.of(zh, en, arguments));
        }
    }

    /** Without the spaces around it, wide ones and those that do not show included. */
    static String stripped(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && isSpace(cell.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(cell.charAt(end - 1))) {
            end--;
        }
        return cell.substring(start, end);
    }

    private static boolean isSpace(char each) {
        return each <= ' ' || each == '\u00A0' || each == '\u200B' || each == '\uFEFF' || Character.isWhitespace(each);
    }

    static Checked check(SheetColumn column, String stripped) {
        if (stripped.isEmpty()) {
            return Checked.of(null);
        }
        if (stripped.equals(RawTable.UNCOMPUTED)) {
            return Checked.wrong("公式没有保存计算结果,请粘贴为数值", "A formula without its result: paste it as a value");
        }
        if (stripped.charAt(0) == '#' && ERRORS.contains(stripped)) {
            return Checked.wrong("单元格是公式错误 %s", "The cell holds the error %s", stripped);
        }
        if (stripped.length() > column.limit()) {
            return Checked.wrong("最多 %d 字,此处 %d 字", "At most %d characters, not %d", column.limit(), stripped.length());
        }
        return byKind(column, stripped);
    }

    private static Checked byKind(SheetColumn column, String cell) {
        return switch (column.kind()) {
            case TEXT -> chosen(column, cell).map(Checked::of).orElseGet(() -> words(cell));
            case CODE -> words(narrow(cell));
            case WHOLE -> number(WHOLE, narrow(cell));
            case DECIMAL -> number(DECIMAL, narrow(cell));
            case DATE -> date(narrow(cell));
            case YES_NO -> yesNo(narrow(cell));
            case CHOICE -> choice(column, cell);
        };
    }

    /** Full-width digits and letters as narrow ones. */
    static String narrow(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            if (cell.charAt(i) >= '\uFF01' && cell.charAt(i) <= '\uFF5E') {
                return Normalizer.normalize(cell, Normalizer.Form.NFKC);
            }
        }
        return cell;
    }

    private static Checked words(String cell) {
        if (cell.length() < 40 && LOST_DIGITS.matcher(cell).matches()) {
            return Checked.wrong(
                    "长号码已被存成科学计数而丢失末位,请把该列设为文本后重新填写",
                    "A long number that has lost digits: format the column as text and put it in again");
        }
        if (cell.chars().anyMatch(Character::isISOControl)) {
            return Checked.wrong("含有换行或其他控制字符", "Holds line breaks or other control characters");
        }
        return Checked.of(cell);
    }

    private static Checked number(Pattern form, String cell) {
        String plain = THOUSANDS.matcher(cell).matches() ? cell.replace(",", "") : cell;
        Matcher matcher = form.matcher(plain);
        if (matcher.matches()) {
            return Checked.of(form == WHOLE ? matcher.group(1) : plain);
        }
        return form == WHOLE
                ? Checked.wrong("应为整数,0 或更大", "Must be a whole number, 0 or more")
                : Checked.wrong("应为数字", "Must be a number");
    }

    private static Checked date(String cell) {
        Optional<LocalDate> date = day(cell).filter(day -> !day.isBefore(EARLIEST) && !day.isAfter(LATEST));
        return date.isPresent()
                ? Checked.of(date.get().toString())
                : Checked.wrong(
                        "日期应为 2026-01-31 或 2026.1.31 的形式,且确有此日", "Must be a date such as 2026-01-31 or 2026.1.31");
    }

    private static Optional<LocalDate> day(String cell) {
        if (DAY_NUMBER.matcher(cell).matches()) {
            return Optional.of(NumberFormats.day(Integer.parseInt(cell)));
        }
        Matcher matcher = DATE.matcher(cell);
        if (!matcher.matches()) {
            matcher = COMPACT_DATE.matcher(cell);
        }
        try {
            return matcher.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(matcher.group(1)),
                            Integer.parseInt(matcher.group(2)),
                            Integer.parseInt(matcher.group(3))))
                    : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Checked yesNo(String cell) {
        String value = YES_NO.get(cell.toLowerCase(Locale.ROOT));
        return value == null ? Checked.wrong("应为“是”或“否”", "Must be yes or no") : Checked.of(value);
    }

    private static Checked choice(SheetColumn column, String cell) {
        Optional<String> value = chosen(column, cell);
        if (value.isPresent()) {
            return Checked.of(value.get());
        }
        String known = column.choices().stream()
                .limit(50)
                .map(each -> each.value() + "/" + each.label().zh())
                .collect(Collectors.joining(", "));
        return Checked.wrong("应为以下之一:%s", "Must be one of: %s", known);
    }

    private static Optional<String> chosen(SheetColumn column, String cell) {
        return column.choices().stream()
                .filter(each -> isChoice(each, cell))
                .map(Choice::value)
                .findFirst();
    }

    private static boolean isChoice(Choice choice, String cell) {
        return choice.value().equalsIgnoreCase(cell)
                || choice.label().zh().equals(cell)
                || choice.label().en().equalsIgnoreCase(cell);
    }

    /** As an export writes it. */
    static Object shown(SheetColumn column, Object cell, Locale language) {
        if (cell instanceof Boolean yes) {
            return (yes ? Text.of("是", "yes") : Text.of("否", "no")).in(language);
        }
        if (cell instanceof Text words) {
            return words.in(language);
        }
        if (cell instanceof Collection<?> items) {
            return items.stream().map(Object::toString).collect(Collectors.joining(";"));
        }
        if (column.kind() == Kind.DECIMAL && cell instanceof String number) {
            return new BigDecimal(number);
        }
        if (cell instanceof String value) {
            return column.choices().stream()
                    .filter(choice -> choice.value().equals(value))
                    .findFirst()
                    .map(choice -> choice.label().in(language))
                    .orElse(value);
        }
        return cell;
    }
}
