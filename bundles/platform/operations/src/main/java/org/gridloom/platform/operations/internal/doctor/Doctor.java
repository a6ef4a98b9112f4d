package org.gridloom.platform.operations.internal.doctor;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.operations.internal.Permissions;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;

/**
 * Asks every {@link Diagnosis} at once. One that does not come to an end is reported and left to itself: interrupted, it
 * might close the file of an H2 database.
 */
@Component(service = Doctor.class, configurationPid = DoctorSettings.PID)
@Designate(ocd = DoctorSettings.class)
public final class Doctor {

    private static final long IDLE_SECONDS = 5;

    private final Access access;
    private final Clock clock;
    private volatile int patience;
    private final List<Diagnosis> diagnoses = new CopyOnWriteArrayList<>();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), Doctor::thread);
    private volatile DoctorReport last;

    @Activate
    public Doctor(DoctorSettings settings, @Reference Access access, @Reference Clock clock) {
        this.access = access;
        this.clock = clock;
        change(settings);
    }

    /** Pages and commands stand on this, so it must not come anew when a limit changes. */
    @Modified
    void change(DoctorSettings settings) {
        patience = settings.patienceSeconds();
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addDiagnosis(Diagnosis diagnosis) {
        diagnoses.add(diagnosis);
    }

    void removeDiagnosis(Diagnosis diagnosis) {
        diagnoses.remove(diagnosis);
    }

    @Deactivate
    void close() {
        threads.shutdown();
    }

    /** Looks at everything now. */
    public DoctorReport examine() {
        access.requireEverywhere(Permissions.DOCTOR);
        return look();
    }

    /** What the last look found that administrators should know of. */
    public DoctorReport warnings() {
        access.requireEverywhere(Permissions.DOCTOR);
        DoctorReport known = last;
        return (known == null ? look() : known).warnings();
    }

    /** As {@link #examine}, for the platform itself: asks nothing of a caller. */
    public DoctorReport look() {
        Map<Diagnosis, Future<List<Finding>>> asked = new LinkedHashMap<>();
        diagnoses.forEach(diagnosis -> asked.put(diagnosis, threads.submit(diagnosis::findings)));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(patience);
        List<Finding> findings = new ArrayList<>();
        asked.forEach((diagnosis, answer) -> findings.addAll(answered(diagnosis, answer, deadline)));
        findings.sort(Comparator.comparing(Finding::level).reversed().thenComparing(Finding::check));
        DoctorReport report = new DoctorReport(
                clock.instant(), findings.isEmpty() ? Level.OK : findings.get(0).level(), findings);
        last = report;
        return report;
    }

    private List<Finding> answered(Diagnosis diagnosis, Future<List<Finding>> answer, long deadline) {
        try {
            return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return List.of(
                    unanswered(diagnosis, Text.of("检查 %d 秒未完成", "The check has not ended after %d s", patience)));
        } catch (ExecutionException e) {
            return List.of(unanswered(diagnosis, cause(e.getCause())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(unanswered(diagnosis, Text.of("检查被中断", "The check was interrupted")));
        }
    }

    private static Finding unanswered(Diagnosis diagnosis, Text cause) {
        return Finding.problem(
                "doctor",
                Text.of(
                        "检查 %s 没有结果",
                        "The check %s has no result", diagnosis.getClass().getSimpleName()),
                cause,
                Finding.command("log:display"));
    }

    /** A refusal's own words; of all else the type only, as messages may quote rows. */
    private static Text cause(Throwable thrown) {
        String type = thrown.getClass().getName();
        return thrown instanceof Problem problem ? problem.text() : new Text(type, type);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "gridloom-doctor");
        thread.setDaemon(true);
        return thread;
    }
}
