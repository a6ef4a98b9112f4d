package org.gridloom.platform.jobs.internal.shell;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.gridloom.platform.jobs.internal.JobView;
import org.gridloom.platform.text.Text;

/** Instants and states as shown. */
final class Shown {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private Shown() {}

    static String time(Instant instant, Clock clock) {
        return instant == null ? null : TIME.format(instant.atZone(clock.getZone()));
    }

    static Text state(JobView job) {
        return switch (job.state()) {
            case JobView.PARKED -> Text.of("已搁置", "parked");
            case JobView.RETRIED -> Text.of("重试中", "retried");
            default -> Text.of("等待中", "waiting");
        };
    }

    static Text yes(boolean value) {
        return value ? Text.of("是", "yes") : Text.of("否", "no");
    }
}
