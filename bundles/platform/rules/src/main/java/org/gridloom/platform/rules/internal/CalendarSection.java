package org.gridloom.platform.rules.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.gridloom.platform.assembly.AssemblyPart;
import org.gridloom.platform.assembly.AssemblySection;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.rules.internal.domain.SpecialDay;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The years of the work calendar that the district has set itself: names of holidays and make-up work days by date. */
@Component
public final class CalendarSection implements AssemblySection {

    private static final String KEY = "calendar";
    private static final String BASIS = "basis";
    private static final String HOLIDAYS = "holidays";
    private static final String WORK_DAYS = "workDays";
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    private final Calendars calendars;
    private final CalendarBook book;

    @Activate
    public CalendarSection(@Reference Calendars calendars, @Reference CalendarBook book) {
        this.calendars = calendars;
        this.book = book;
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Object export() {
        Map<String, Object> whole = new LinkedHashMap<>();
        book.ofDistrict().forEach(year -> whole.put(Integer.toString(year.year()), part(year)));
        return whole;
    }

    private static Map<String, Object> part(CalendarYear year) {
        return part(year.basis(), named(year, false), named(year, true));
    }

    private static Map<String, Object> part(String basis, Map<String, String> holidays, Map<String, String> workDays) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put(BASIS, basis);
        part.put(HOLIDAYS, holidays);
        part.put(WORK_DAYS, workDays);
        return part;
    }

    private static Map<String, String> named(CalendarYear year, boolean workDay) {
        Map<String, String> named = new TreeMap<>();
        for (SpecialDay day : year.days()) {
            if (day.workDay() == workDay) {
                named.put(day.date().toString(), day.name() == null ? "" : day.name());
            }
        }
        return named;
    }

    @Override
    public Object check(AssemblyPart part) {
        Map<String, Object> wanted = new TreeMap<>();
        part.entries().forEach((year, entry) -> {
            entry.entries(BASIS, HOLIDAYS, WORK_DAYS);
            if (!YEAR.matcher(year).matches()) {
                entry.fault(Text.of("应为四位年份", "Must be a year of four digits"));
            }
            Set<String> seen = new HashSet<>();
            wanted.put(
                    year,
                    part(
                            entry.needed(BASIS).strip(),
                            named(year, entry, HOLIDAYS, seen),
                            named(year, entry, WORK_DAYS, seen)));
        });
        return wanted;
    }

    private static Map<String, String> named(String year, AssemblyPart entry, String key, Set<String> seen) {
        Map<String, String> named = new TreeMap<>();
        entry.find(key).map(AssemblyPart::entries).orElse(Map.of()).forEach((date, name) -> {
            if (!isOf(year, date) || !seen.add(date)) {
                name.fault(Text.of("应为 %s 年的日期,且不重复", "Must be a date of %s, and there once", year));
            }
            named.put(date, name.text().strip());
        });
        return named;
    }

    private static boolean isOf(String year, String date) {
        try {
            return LocalDate.parse(date).toString().startsWith(year + "-");
        } catch (DateTimeParseException none) {
            return false;
        }
    }

    @Override
    public void apply(Object wanted) {
        Map<?, ?> is = (Map<?, ?>) export();
        Map<?, ?> years = (Map<?, ?>) wanted;
        is.keySet().stream().filter(year -> !years.containsKey(year)).forEach(CalendarSection::refuseToTakeBack);
        years.forEach((year, part) -> {
            if (!part.equals(is.get(year))) {
                AssemblyPart.at(KEY + "/" + year, () -> set(Integer.parseInt(year.toString()), (Map<?, ?>) part));
            }
        });
    }

    private static void refuseToTakeBack(Object year) {
        throw Problem.invalid(
                KEY, Text.of("%s 年已由本区设定,须写入文件", "The year %s is set by the district: the file must have it", year));
    }

    private CalendarYear set(int year, Map<?, ?> part) {
        List<YearDraft.Day> days = new ArrayList<>();
        days(part.get(HOLIDAYS), false, days);
        days(part.get(WORK_DAYS), true, days);
        YearDraft draft = new YearDraft(part.get(BASIS).toString(), days);
        return calendars.set(year, draft, calendars.year(year).version());
    }

    private static void days(Object named, boolean workDay, List<YearDraft.Day> days) {
        ((Map<?, ?>) named)
                .forEach((date, name) ->
                        days.add(new YearDraft.Day(LocalDate.parse(date.toString()), workDay, name.toString())));
    }

    @Override
    public void applied() {
        book.forget();
    }
}
