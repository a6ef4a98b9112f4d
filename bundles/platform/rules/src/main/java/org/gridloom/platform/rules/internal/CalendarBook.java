package org.gridloom.platform.rules.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.calendar.WorkDuration;
import org.gridloom.platform.rules.internal.domain.CalendarYear;
import org.gridloom.platform.rules.internal.domain.SpecialDay;
import org.gridloom.platform.rules.internal.domain.WorkTime;
import org.gridloom.platform.rules.internal.store.CalendarStore;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The calendar, in memory; kept current as the {@link RuleBook} is. */
@Component(service = {WorkCalendar.class, CalendarBook.class})
public final class CalendarBook implements WorkCalendar {

    private static final long ASK_EVERY = TimeUnit.SECONDS.toNanos(1);
    private static final Map<Integer, CalendarYear> SHIPPED = ShippedYears.read();

    private record Sheet(
            Map<Integer, String> revisions, Map<Integer, CalendarYear> years, Map<LocalDate, SpecialDay> days) {

        static Sheet of(Map<Integer, String> revisions, Collection<CalendarYear> set) {
            Map<Integer, CalendarYear> years = new HashMap<>(SHIPPED);
            set.forEach(year -> years.put(year.year(), year));
            Map<LocalDate, SpecialDay> days = new HashMap<>();
            years.values().forEach(year -> days.putAll(year.byDate()));
            return new Sheet(revisions, years, days);
        }
    }

    private final Transactions transactions;
    private final CalendarSettings settings;
    private final Clock clock;
    private volatile Sheet sheet;
    private volatile long askAgain = System.nanoTime();

    @Activate
    public CalendarBook(
            @Reference(target = "(osgi.unit.name=org.gridloom.platform.rules)") Transactions transactions,
            @Reference CalendarSettings settings,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public boolean isWorkDay(LocalDate date) {
        return isWorkDay(sheet(), date);
    }

    @Override
    public boolean isAnnounced(int year) {
        return year(year).isAnnounced();
    }

    @Override
    public Instant add(Instant from, WorkDuration duration) {
        return time().add(from, duration);
    }

    @Override
    public long between(Instant from, Instant to, WorkDuration.Unit unit) {
        return time().between(from, to, unit);
    }

    @Override
    public Instant afterPause(Instant due, Instant from, Instant to, WorkDuration.Unit unit) {
        return time().afterPause(due, from, to, unit);
    }

    @Override
    public LocalDate reach(LocalDate day, WorkDuration duration) {
        return time().reach(day, duration);
    }

    CalendarYear year(int year) {
        return sheet().years().getOrDefault(year, CalendarYear.computed(year));
    }

    /** Those that the district has set. */
    List<CalendarYear> ofDistrict() {
        return sheet().years().values().stream()
                .filter(year -> year.source().equals(CalendarYear.DISTRICT))
                .sorted(Comparator.comparing(CalendarYear::year))
                .toList();
    }

    /** Null for a day that nobody named. */
    SpecialDay special(LocalDate date) {
        return sheet().days().get(date);
    }

    /** Something changed, after its commit. */
    void forget() {
        askAgain = System.nanoTime();
    }

    static CalendarYear shipped(int year) {
        return SHIPPED.getOrDefault(year, CalendarYear.computed(year));
    }

    private WorkTime time() {
        Sheet current = sheet();
        return new WorkTime(date -> isWorkDay(current, date), settings.hours(), clock.getZone());
    }

    private static boolean isWorkDay(Sheet sheet, LocalDate date) {
        SpecialDay special = sheet.days().get(date);
        return special == null ? CalendarYear.isWeekday(date) : special.workDay();
    }

    private Sheet sheet() {
        long now = System.nanoTime();
        if (sheet == null || now - askAgain >= 0) {
            // Before it is read: what changes while it is read is asked for again.
            askAgain = now + ASK_EVERY;
            Sheet former = sheet;
            sheet = transactions.read(tx -> {
                CalendarStore store = new CalendarStore(tx.em());
                Map<Integer, String> revisions = store.revisions();
                return former != null && former.revisions().equals(revisions)
                        ? former
                        : Sheet.of(revisions, store.years());
            });
        }
        return sheet;
    }
}
