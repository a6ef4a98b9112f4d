package org.gridloom.platform.settings.internal.domain;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Vector;
import java.util.stream.Collectors;
import org.gridloom.platform.text.Text;

/**
 * One setting as its module declares it.
 *
 * @param key Metatype's id
 * @param name label
 * @param description what it does; empty for none
 * @param type of each value
 * @param cardinality as Metatype counts: 0 for one value, n for an array of at most n, -n for a {@link Vector}
 * @param required whether it must have a value
 * @param min least value, or least number of characters; null for none
 * @param max likewise
 * @param options the only values; empty where any is allowed
 * @param defaults what holds while nothing is set
 */
public record Setting(
        String key,
        Text name,
        Text description,
        SettingType type,
        int cardinality,
        boolean required,
        String min,
        String max,
        List<Option> options,
        List<String> defaults) {

    /** One of the values that can be chosen. */
    public record Option(String value, Text label) {}

    public boolean isList() {
        return cardinality != 0;
    }

    public boolean isSecret() {
        return type == SettingType.SECRET;
    }

    /** What is wrong with the values, and what is allowed. */
    public Optional<Text> fault(List<String> values) {
        if (!isList() && values.size() != 1) {
            return Optional.of(Text.of("应恰有一个值", "Must have one value"));
        }
        long most = Math.abs((long) cardinality);
        if (isList() && values.size() > most) {
            return Optional.of(Text.of("至多 %d 个值", "Must have %d values at most", most));
        }
        return values.stream().allMatch(this::isAllowed) ? Optional.empty() : Optional.of(allowed());
    }

    private boolean isAllowed(String value) {
        if (!isLine(value)) {
            return false;
        }
        Object parsed;
        try {
            parsed = type.parse(value);
        } catch (IllegalArgumentException noSuchValue) {
            return false;
        }
        if (!options.isEmpty()) {
            return options.stream().anyMatch(option -> option.value().equals(value));
        }
        if (type.isNumber()) {
            return isWithin(new BigDecimal(parsed.toString()));
        }
        return !type.isText()
                || isWithin(new BigDecimal(value.codePointCount(0, value.length())))
                        && !(required && value.isBlank() && !defaults.contains(value));
    }

    /** One that a file holds as it is, where it may stand in one. */
    private boolean isLine(String value) {
        boolean isKept = isSecret() || defaults.contains(value) || value.equals(value.strip());
        return isKept && value.codePoints().noneMatch(Setting::isOutsideOfALine);
    }

    private static boolean isOutsideOfALine(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    private boolean isWithin(BigDecimal value) {
        return (min == null || value.compareTo(new BigDecimal(min)) >= 0)
                && (max == null || value.compareTo(new BigDecimal(max)) <= 0);
    }

    /** What a value must be, as a sentence. */
    public Text allowed() {
        if (!options.isEmpty()) {
            String values = options.stream().map(Option::value).collect(Collectors.joining(", "));
            return Text.of("只能是:%s", "Must be one of: %s", values);
        }
        Text kind = kind();
        if (min != null && max != null) {
            return Text.of("应为%1$s,%3$s 至 %4$s", "Must be %2$s, %3$s to %4$s", kind.zh(), kind.en(), min, max);
        }
        if (min != null) {
            return Text.of("应为%1$s,不小于 %3$s", "Must be %2$s, %3$s or more", kind.zh(), kind.en(), min);
        }
        return max == null
                ? Text.of("应为%1$s", "Must be %2$s", kind.zh(), kind.en())
                : Text.of("应为%1$s,不大于 %3$s", "Must be %2$s, %3$s or less", kind.zh(), kind.en(), max);
    }

    private Text kind() {
        if (type.isWhole()) {
            return Text.of("整数", "a whole number");
        }
        return switch (type) {
            case YES_NO -> Text.of(" true 或 false", "true or false");
            case CHARACTER -> Text.of("一个字符", "one character");
            case FLOAT, DOUBLE -> Text.of("数字", "a number");
            default ->
                min == null && max == null
                        ? Text.of("一行文字,首尾无空格", "a line of text without blanks at its ends")
                        : Text.of("文字,字数", "text, its characters counted");
        };
    }

    /** The values as configuration holds them. */
    public Object typed(List<String> values) {
        if (!isList()) {
            return type.parse(values.get(0));
        }
        if (cardinality < 0) {
            return values.stream().map(type::parse).collect(Collectors.toCollection(Vector::new));
        }
        Object array = Array.newInstance(type.javaType(), values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, type.parse(values.get(i)));
        }
        return array;
    }

    /** The values as JSON holds them. */
    public Object shown(List<String> values) {
        return isList()
                ? values.stream().map(type::parse).toList()
                : values.stream().findFirst().<Object>map(type::parse).orElse(null);
    }
}
