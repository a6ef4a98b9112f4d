package org.gridloom.platform.rules.internal.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rule.RuleColumn;
import org.gridloom.platform.rule.RuleRow;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.rules.internal.domain.ColumnValue;
import org.gridloom.platform.text.Text;

/** What is typed, and what is shown. */
final class Shown {

    private static final Map<String, Text> STATES = Map.of(
            "draft", new Text("草稿", "draft"),
            "published", new Text("已发布", "published"),
            "withdrawn", new Text("已撤回", "withdrawn"),
            "default", new Text("出厂默认", "vendor's default"));

    private Shown() {}

    static Text state(String state) {
        return STATES.get(state);
    }

    static Text source(CalendarYear year) {
        return switch (year.source()) {
            case CalendarYear.COMPUTED ->
                Text.of(
                        "%1$d 年尚无节假日数据,按周一至周五计算",
                        "The holidays of %1$d are not there yet: Monday to Friday are taken for work days",
                        year.year());
            case CalendarYear.DEFAULT ->
                Text.of("%1$d 年,随产品提供,依据 %2$s", "%1$d, as shipped, basis %2$s", year.year(), year.basis());
            default ->
                Text.of("%1$d 年,由本区设置,依据 %2$s", "%1$d, set by the district, basis %2$s", year.year(), year.basis());
        };
    }

    static LocalDate day(String option, String text) {
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(option, Text.of("日期应写作 2026-01-31", "Must be a date as in 2026-01-31"));
        }
    }

    static Instant instant(String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Problem.invalid(
                    "--from", Text.of("时刻应写作 2026-01-31T09:00:00Z", "Must be an instant as in 2026-01-31T09:00:00Z"));
        }
    }

    static WorkDuration.Unit unit(String text) {
        try {
            return WorkDuration.Unit.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(
                    "unit",
                    Text.of(
                            "只能是:WORK_HOURS, WORK_DAYS, NATURAL_DAYS",
                            "Must be one of: WORK_HOURS, WORK_DAYS, NATURAL_DAYS"));
        }
    }

    /** Whether a day is worked on; null for what follows from Monday to Friday. */
    static Boolean work(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "班", "work" -> Boolean.TRUE;
            case "休", "holiday" -> Boolean.FALSE;
            case "无", "none" -> null;
            default ->
                throw Problem.invalid("arrangement", Text.of("只能是:休, 班, 无", "Must be one of: holiday, work, none"));
        };
    }

    static Text cell(RuleColumn column, RuleRow row) {
        String value = row.text(column.code());
        return value == null ? new Text("", "") : ColumnValue.shown(column, value);
    }

    static Map<String, String> values(List<String> pairs) {
        Map<String, String> values = new HashMap<>();
        for (String pair : pairs) {
            int at = pair.indexOf('=');
            if (at < 1) {
                throw Problem.invalid("values", Text.of("应写作 列代码=值", "Must be as in column=value"));
            }
            values.put(pair.substring(0, at), pair.substring(at + 1));
        }
        return values;
    }

    static InputStream open(String file) throws IOException {
        try {
            return Files.newInputStream(Path.of(file));
        } catch (NoSuchFileException | InvalidPathException none) {
            throw Problem.invalid("file", Text.of("没有这个文件", "There is no such file"));
        }
    }
}
