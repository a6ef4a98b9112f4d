package org.gridloom.platform.jobs.internal.notice;

import java.time.Clock;
import java.time.LocalTime;
import java.util.Optional;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.job.Recurrence;
import org.gridloom.platform.jobs.internal.store.NoticeRows;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes old notices at night, read or not. */
@Component
public final class NoticeExpiry implements JobHandler {

    private static final LocalTime AT = LocalTime.of(3, 10);

    private final NoticeSettings settings;
    private final Clock clock;

    @Activate
    public NoticeExpiry(@Reference NoticeSettings settings, @Reference Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "jobs.noticeExpiry";
    }

    @Override
    public Optional<Recurrence> recurrence() {
        return Optional.of(Recurrence.daily(AT));
    }

    @Override
    public void run(Tx tx, Job job) {
        new NoticeRows(tx.connection()).deleteBefore(clock.instant().minus(settings.kept()));
    }
}
