package org.gridloom.platform.jobs.internal.doctor;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.gridloom.platform.diagnosis.Diagnosis;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.jobs.internal.run.BackOff;
import org.gridloom.platform.jobs.internal.run.Dispatcher;
import org.gridloom.platform.jobs.internal.store.JobRows;
import org.gridloom.platform.jobs.internal.store.JobsStanding;
import org.gridloom.platform.metric.Metric;
import org.gridloom.platform.metric.Metric.Sample;
import org.gridloom.platform.metric.MetricSource;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** Examines whether jobs are done, and when they should be. */
@Component(
        service = {Diagnosis.class, MetricSource.class},
        configurationPid = JobsDoctorSettings.PID)
@Designate(ocd = JobsDoctorSettings.class)
public final class JobsDiagnosis implements Diagnosis, MetricSource {

    private static final String CHECK = "jobs";

    private final JobsDoctorSettings settings;
    private final Transactions transactions;
    private final Dispatcher dispatcher;
    private final Clock clock;

    @Activate
    public JobsDiagnosis(
            JobsDoctorSettings settings,
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Dispatcher dispatcher,
            @Reference Clock clock) {
        this.settings = settings;
        this.transactions = transactions;
        this.dispatcher = dispatcher;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        List<JobsStanding> all = standing();
        List<Finding> findings =
                all.stream().map(this::finding).flatMap(Optional::stream).toList();
        long waiting = all.stream().mapToLong(JobsStanding::waiting).sum();
        return findings.isEmpty()
                ? List.of(
                        Finding.ok(CHECK, Text.of("%d 个定时任务都会按时执行", "All %d jobs are done when they are due", waiting)))
                : findings;
    }

    /** The worst there is to say of the jobs of one name. */
    private Optional<Finding> finding(JobsStanding jobs) {
        if (jobs.parked() > 0) {
            return Optional.of(Finding.warning(
                    CHECK,
                    Text.of("%s:%d 个任务已搁置", "%s: %d jobs are parked", jobs.name(), jobs.parked()),
                    Text.of("多次失败,不再自动重试", "They failed too often and are not tried any more"),
                    Text.of(
                            "jobs:list --name %1$s --state parked,排除原因后 jobs:retry",
                            "jobs:list --name %1$s --state parked; mend the cause, then jobs:retry", jobs.name())));
        }
        if (jobs.failures() > 0) {
            return Optional.of(Finding.warning(
                    CHECK,
                    Text.of("%s:已连续失败 %d 次", "%s has failed %d times in a row", jobs.name(), jobs.failures()),
                    Text.of("周期任务,到下次时间才会再试", "It recurs, and is not tried before its next time"),
                    Text.of(
                            "jobs:list --name %1$s --state retried,排除原因后 jobs:retry",
                            "jobs:list --name %1$s --state retried; mend the cause, then jobs:retry", jobs.name())));
        }
        long late = jobs.lateSeconds(clock.instant());
        if (late > settings.lateSeconds()) {
            return Optional.of(late(jobs.name(), late));
        }
        if (jobs.retried() > 0) {
            return Optional.of(Finding.note(
                    CHECK,
                    Text.of("%s:%d 个任务失败后待重试", "%s: %d jobs failed and are tried again", jobs.name(), jobs.retried()),
                    Text.of("再失败几次后会搁置", "They are parked if they go on failing"),
                    Finding.command("jobs:list --name " + jobs.name() + " --state retried")));
        }
        return Optional.empty();
    }

    private Finding late(String name, long seconds) {
        Text what = Text.of("%s:任务已晚 %d 秒", "%s: a job is %d s late", name, seconds);
        return dispatcher.knows(name)
                ? Finding.warning(
                        CHECK,
                        what,
                        Text.of(
                                "任务太多太慢,或系统暂为只读",
                                "There are too many or they are too slow, or the district is read-only"),
                        Text.of(
                                "gridloom:read-only status;jobs:list,稍后再查",
                                "gridloom:read-only status; jobs:list, and again later"))
                : Finding.note(
                        CHECK,
                        what,
                        Text.of("本节点没有执行它的模块", "No module of this node does it"),
                        Text.of(
                                "module:list;模块已弃用则 jobs:cancel",
                                "module:list; jobs:cancel if the module is gone for good"));
    }

    private List<JobsStanding> standing() {
        return transactions.read(tx -> new JobRows(tx.connection()).standing(clock.instant(), BackOff.MOST));
    }

    @Override
    public List<Metric> metrics() {
        List<JobsStanding> all = standing();
        return List.of(
                Metric.gauge(
                        "gridloom_jobs_waiting", "Jobs that are due now or later", samples(all, JobsStanding::waiting)),
                Metric.gauge("gridloom_jobs_parked", "Jobs that failed too often", samples(all, JobsStanding::parked)),
                Metric.gauge(
                        "gridloom_jobs_late_seconds",
                        "How long the job that waits longest has been due",
                        samples(all, jobs -> jobs.lateSeconds(clock.instant()))));
    }

    private static List<Sample> samples(List<JobsStanding> all, ToLongFunction<JobsStanding> value) {
        return all.stream()
                .map(jobs -> Sample.of(Map.of("job", jobs.name()), value.applyAsLong(jobs)))
                .toList();
    }
}
