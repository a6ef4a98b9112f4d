package org.gridloom.platform.rules.internal;

import static org.gridloom.platform.rules.internal.Permissions.CALENDAR_EDIT;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.problem.Violation;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.rules.internal.domain.SpecialDay;
import org.gridloom.platform.rules.internal.store.CalendarStore;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.sheet.Progress;
import org.gridloom.platform.sheet.Sheets;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.validation.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The work calendar as the district sees and sets it. */
@Component(service = Calendars.class)
public final class Calendars {

    private static final int FIRST = 1949;
    private static final int LAST = 2999;
    private static final int MOST_DAYS = 800;

    private final Transactions transactions;
    private final Access access;
    private final Checks checks;
    private final CalendarBook book;
    private final Citations citations;
    private final Clock clock;
    private final Sheets sheets;

    @Activate
    public Calendars(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.rules)") Transactions transactions,
            @Reference Access access,
            @Reference Checks checks,
            @Reference CalendarBook book,
            @Reference Citations citations,
            @Reference Clock clock,
            @Reference Sheets sheets) {
        this.transactions = transactions;
        this.access = access;
        this.checks = checks;
        this.book = book;
        this.citations = citations;
        this.clock = clock;
        this.sheets = sheets;
    }

    /** Each day from the first to the last, both included; null for this year's first and last. */
    public List<CalendarDay> days(LocalDate from, LocalDate to) {
        access.caller();
        LocalDate first = from == null ? LocalDate.now(clock).withDayOfYear(1) : from;
        LocalDate last = to == null ? first.withDayOfYear(first.lengthOfYear()) : to;
        requireYear("from", first.getYear());
        requireYear("to", last.getYear());
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            throw Problem.invalid(
                    "to", Text.of("应不早于起始日,且最多 %d 天", "Must not be before from, %d days at most", MOST_DAYS));
        }
        return first.datesUntil(last.plusDays(1)).map(this::day).toList();
    }

    public CalendarYear year(int year) {
        access.caller();
        requireYear("year", year);
        return book.year(year);
    }

    public Deadline deadline(Instant from, int amount, WorkDuration.Unit unit) {
        access.caller();
        if (amount < 0 || amount > WorkDuration.MAX) {
            throw Problem.invalid("amount", Text.of("应为 0 至 %d", "Must be 0 to %d", WorkDuration.MAX));
        }
        Instant begin = from == null ? clock.instant() : from;
        int first = begin.atZone(clock.getZone()).getYear();
        requireYear("from", first);
        Instant due = book.add(begin, new WorkDuration(amount, unit));
        int last = due.atZone(clock.getZone()).getYear();
        return new Deadline(
                due,
                due.atZone(clock.getZone()).toLocalDateTime(),
                IntStream.rangeClosed(first, last).allMatch(book::isAnnounced));
    }

    /** Replaces a year's holidays and make-up work days. */
    public CalendarYear set(int year, YearDraft draft, long expectedVersion) {
        access.requireEverywhere(CALENDAR_EDIT);
        requireYear("year", year);
        checks.valid(draft);
        List<SpecialDay> days = draft.days().stream()
                .map(day -> new SpecialDay(day.date(), day.workDay(), blankToNull(day.name())))
                .toList();
        return put(year, draft.basis().strip(), days, expectedVersion);
    }

    /**
     * Sets one day and leaves the others of its year.
     *
     * @param workDay null for what follows from Monday to Friday
     */
    public CalendarYear setDay(LocalDate date, Boolean workDay, String name, String basis) {
        access.requireEverywhere(CALENDAR_EDIT);
        requireYear("date", date.getYear());
        CalendarYear year = book.year(date.getYear());
        Stream<SpecialDay> others =
                year.days().stream().filter(day -> !day.date().equals(date));
        Stream<SpecialDay> own =
                workDay == null ? Stream.empty() : Stream.of(new SpecialDay(date, workDay, blankToNull(name)));
        return put(date.getYear(), basis.strip(), Stream.concat(others, own).toList(), year.version());
    }

    /**
     * As {@link #set}, from CSV.
     *
     * @param expectedVersion null for whatever it is
     */
    public CalendarYear load(int year, String basis, InputStream file, Long expectedVersion) throws IOException {
        access.requireEverywhere(CALENDAR_EDIT);
        requireYear("year", year);
        CalendarSheet sheet = new CalendarSheet(year);
        sheets.load(sheet, file, false, Progress.NONE).orRefused();
        long version = expectedVersion == null ? book.year(year).version() : expectedVersion;
        return put(year, basis == null ? "" : basis.strip(), sheet.days(), version);
    }

    private CalendarYear put(int year, String basis, List<SpecialDay> days, long expectedVersion) {
        List<Violation> faults = new ArrayList<>(citations.faults(List.of(basis), null));
        Set<LocalDate> seen = new HashSet<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate date = days.get(i).date();
            if (date.getYear() != year || !seen.add(date)) {
                faults.add(Violation.of(
                        "days[" + i + "].date",
                        Text.of("应为 %d 年的日期,且不重复", "Must be a date of %d, and there once", year)));
            }
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults);
        }
        CalendarYear after = transactions.call(tx -> {
            CalendarStore store = new CalendarStore(tx.em());
            CalendarYear before = store.lock(year).orElseGet(() -> CalendarBook.shipped(year));
            if (before.version() != expectedVersion) {
                throw Problem.changed(before.version());
            }
            List<SpecialDay> sorted =
                    days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
            CalendarYear set = store.put(year, basis, sorted);
            Records.yearSet(tx, before, set);
            return set;
        });
        book.forget();
        return after;
    }

    private CalendarDay day(LocalDate date) {
        SpecialDay special = book.special(date);
        return new CalendarDay(date, book.isWorkDay(date), special == null ? null : special.name(), special != null);
    }

    private static void requireYear(String field, int year) {
        if (year < FIRST || year > LAST) {
            throw Problem.invalid(field, Text.of("年份应为 %d 至 %d", "The year must be %d to %d", FIRST, LAST));
        }
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
