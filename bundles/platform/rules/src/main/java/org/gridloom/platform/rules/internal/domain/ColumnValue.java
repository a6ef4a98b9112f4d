package org.gridloom.platform.rules.internal.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.calendar.WorkDuration.Unit;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.text.Text;

/**
 * A value of a column as somebody wrote it.
 *
 * @param kept its canonical form; null where it is refused
 * @param fault why it is refused; null where it is not
 */
public record ColumnValue(String kept, Text fault) {

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,5})\\s*个?\\s*(\\D+)");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");
    private static final List<String> YES = List.of("true", "是", "yes");
    private static final List<String> NO = List.of("false", "否", "no");

    /** Reads what people write, in either language, as well as the canonical form. */
    public static ColumnValue read(RuleColumn column, String written) {
        String text = written.strip();
        return switch (column.type()) {
            case TEXT -> text(column, text);
            case CHOICE -> choice(column, text);
            case NUMBER -> number(column, text);
            case YES_NO -> yesNo(text);
            case DURATION -> duration(column, text);
        };
    }

    /** A kept value for readers. */
    public static Text shown(RuleColumn column, String kept) {
        return switch (column.type()) {
            case TEXT, NUMBER -> new Text(kept, kept);
            case CHOICE ->
                column.choices().stream()
                        .filter(choice -> choice.code().equals(kept))
                        .findFirst()
                        .map(RuleColumn.Choice::label)
                        .orElse(new Text(kept, kept));
            case YES_NO -> Boolean.parseBoolean(kept) ? new Text("是", "yes") : new Text("否", "no");
            case DURATION -> WorkDuration.parse(kept).text();
        };
    }

    private static ColumnValue text(RuleColumn column, String text) {
        if (text.length() > column.max().intValue() || CONTROL.matcher(text).find()) {
            return refused(Text.of(
                    "最多 %d 个字,不含控制字符",
                    "At most %d characters, no control characters", column.max().intValue()));
        }
        return new ColumnValue(text, null);
    }

    private static ColumnValue choice(RuleColumn column, String text) {
        return column.choices().stream()
                .filter(choice -> choice.code().equals(text)
                        || choice.label().zh().equals(text)
                        || choice.label().en().equalsIgnoreCase(text))
                .findFirst()
                .map(choice -> new ColumnValue(choice.code(), null))
                .orElseGet(() -> refused(new Text(
                        "只能是:" + labels(column, Locale.CHINESE), "Must be one of: " + labels(column, Locale.ENGLISH))));
    }

    private static String labels(RuleColumn column, Locale locale) {
        return column.choices().stream()
                .map(choice -> choice.label().in(locale))
                .collect(Collectors.joining(", "));
    }

    private static ColumnValue number(RuleColumn column, String text) {
        if (NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            if (isWithin(column, number)) {
                return new ColumnValue(number.stripTrailingZeros().toPlainString(), null);
            }
        }
        return refused(Text.of("应为 %s 至 %s 的数", "Must be a number from %s to %s", column.min(), column.max()));
    }

    private static ColumnValue yesNo(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (YES.contains(lower) || NO.contains(lower)) {
            return new ColumnValue(Boolean.toString(YES.contains(lower)), null);
        }
        return refused(Text.of("只能是:是, 否", "Must be one of: yes, no"));
    }

    private static ColumnValue duration(RuleColumn column, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (matcher.matches()) {
            int amount = Integer.parseInt(matcher.group(1));
            Optional<Unit> unit = unit(matcher.group(2).strip());
            if (unit.isPresent() && amount <= WorkDuration.MAX && isWithin(column, BigDecimal.valueOf(amount))) {
                return new ColumnValue(new WorkDuration(amount, unit.get()).toString(), null);
            }
        }
        return refused(Text.of(
                "应写作“3 个工作日”,单位为工作小时、工作日或自然日,数量 %s 至 %s",
                "Must be as in \"3 work days\", in work hours, work days or natural days, from %s to %s",
                column.min(),
                column.max()));
    }

    private static Optional<Unit> unit(String text) {
        for (Unit unit : Unit.values()) {
            String en = unit.label().en();
            if (text.equalsIgnoreCase(unit.name())
                    || text.equals(unit.label().zh())
                    || text.equalsIgnoreCase(en)
                    || text.equalsIgnoreCase(en.substring(0, en.length() - 1))) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    private static boolean isWithin(RuleColumn column, BigDecimal number) {
        return number.compareTo(column.min()) >= 0 && number.compareTo(column.max()) <= 0;
    }

    private static ColumnValue refused(Text fault) {
        return new ColumnValue(null, fault);
    }
}
