package org.gridloom.platform.rest.internal.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.gridloom.platform.text.Text;

/** What a value of a type must look like, in words. */
public final class Expectations {

    private static final Text INTEGER = Text.of("应为整数", "Must be a whole number");
    private static final Text NUMBER = Text.of("应为数字", "Must be a number");
    private static final Text TEXT = Text.of("应为文本(加双引号)", "Must be text (in double quotes)");
    private static final Text TRUE_FALSE = Text.of("应为 true 或 false", "Must be true or false");
    private static final Text LIST = Text.of("应为列表 […]", "Must be a list […]");
    private static final Text OBJECT = Text.of("应为对象 {…}", "Must be an object {…}");
    private static final Text TIME = Text.of(
            "应为带时区的时间,如 2026-01-31T08:30:00+08:00", "Must be a time with zone, as in 2026-01-31T08:30:00+08:00");

    private static final Map<Class<?>, Text> BY_TYPE = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(Boolean.class, TRUE_FALSE),
            Map.entry(boolean.class, TRUE_FALSE),
            Map.entry(LocalDate.class, Text.of("应为日期,如 2026-01-31", "Must be a date, as in 2026-01-31")),
            Map.entry(YearMonth.class, Text.of("应为年月,如 2026-01", "Must be a year and month, as in 2026-01")),
            Map.entry(LocalTime.class, Text.of("应为时刻,如 08:30", "Must be a time of day, as in 08:30")),
            Map.entry(
                    LocalDateTime.class,
                    Text.of("应为时间,如 2026-01-31T08:30:00", "Must be a time, as in 2026-01-31T08:30:00")),
            Map.entry(Instant.class, TIME),
            Map.entry(OffsetDateTime.class, TIME),
            Map.entry(ZonedDateTime.class, TIME),
            Map.entry(UUID.class, Text.of("应为 UUID", "Must be a UUID")));

    private static final Set<Class<?>> INTEGERS = Set.of(
            int.class,
            Integer.class,
            long.class,
            Long.class,
            short.class,
            Short.class,
            byte.class,
            Byte.class,
            java.math.BigInteger.class);

    private Expectations() {}

    public static Text of(Class<?> type) {
        if (INTEGERS.contains(type)) {
            return INTEGER;
        }
        if (Number.class.isAssignableFrom(type) || type == double.class || type == float.class) {
            return NUMBER;
        }
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return LIST;
        }
        return BY_TYPE.getOrDefault(type, OBJECT);
    }

    /** One of a few names. */
    public static Text oneOf(List<String> names) {
        String list = String.join(", ", names);
        return Text.of("应为其中之一:%s", "Must be one of: %s", list);
    }
}
