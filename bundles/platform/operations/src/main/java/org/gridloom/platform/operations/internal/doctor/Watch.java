package org.gridloom.platform.operations.internal.doctor;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.gridloom.platform.diagnosis.Finding;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the doctor look now and then, and says in the log what needs doing, once a day for each check. */
@Component(service = Watch.class, configurationPid = DoctorSettings.PID, immediate = true)
public final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long FIRST_MINUTES = 2;

    private final Doctor doctor;
    private final Clock clock;
    private final Map<String, LocalDate> said = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Watch::thread);

    @Activate
    public Watch(DoctorSettings settings, @Reference Doctor doctor, @Reference Clock clock) {
        this.doctor = doctor;
        this.clock = clock;
        thread.scheduleWithFixedDelay(this::look, FIRST_MINUTES, settings.minutes(), TimeUnit.MINUTES);
    }

    /** Not interrupted, for the reason that {@link Doctor} has. */
    @Deactivate
    void close() {
        thread.shutdown();
    }

    void look() {
        try {
            doctor.look().warnings().findings().forEach(this::say);
        } catch (RuntimeException e) {
            LOG.warn("The doctor could not look: {}", e.getClass().getName());
        }
    }

    private void say(Finding finding) {
        LocalDate today = LocalDate.now(clock);
        if (!today.equals(said.put(finding.check(), today))) {
            LOG.warn(
                    "{}: {}. {}. Next: {}",
                    finding.check(),
                    finding.what().en(),
                    finding.cause().en(),
                    finding.next().en());
        }
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gridloom-watch");
        thread.setDaemon(true);
        return thread;
    }
}
