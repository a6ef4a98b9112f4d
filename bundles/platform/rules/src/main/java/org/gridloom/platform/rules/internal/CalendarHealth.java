package org.gridloom.platform.rules.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import org.apache.felix.hc.api.FormattingResultLog;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.gridloom.platform.calendar.WorkCalendar;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Warns where this year's holidays are not known, and from December on where next year's are not. */
@Component(property = {HealthCheck.NAME + "=calendar", HealthCheck.TAGS + "=ready"})
public final class CalendarHealth implements HealthCheck {

    private final WorkCalendar calendar;
    private final Clock clock;

    @Activate
    public CalendarHealth(@Reference WorkCalendar calendar, @Reference Clock clock) {
        this.calendar = calendar;
        this.clock = clock;
    }

    @Override
    public Result execute() {
        FormattingResultLog log = new FormattingResultLog();
        LocalDate today = LocalDate.now(clock);
        int needed = today.getMonth() == Month.DECEMBER ? today.getYear() + 1 : today.getYear();
        if (calendar.isAnnounced(needed)) {
            log.info("calendar of {}: there", needed);
        } else {
            log.warn("calendar of {} is not there yet: Monday to Friday are taken for work days", needed);
        }
        return new Result(log);
    }
}
