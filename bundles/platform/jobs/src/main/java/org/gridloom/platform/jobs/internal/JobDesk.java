package org.gridloom.platform.jobs.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.jobs.internal.run.DefaultJobs;
import org.gridloom.platform.jobs.internal.run.Dispatcher;
import org.gridloom.platform.jobs.internal.store.JobRows;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.rest.Page;
import org.gridloom.platform.rest.PageQuery;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Transactions;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Jobs as operators see and mend them. Jobs serve the whole district, so all of it needs the permission there. */
@Component(service = JobDesk.class)
public final class JobDesk {

    private static final int REASON_LENGTH = 500;
    private static final List<String> STATES = List.of(JobView.WAITING, JobView.RETRIED, JobView.PARKED);

    private final Transactions transactions;
    private final Dispatcher dispatcher;
    private final DefaultJobs jobs;
    private final Access access;
    private final Clock clock;

    @Activate
    public JobDesk(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions,
            @Reference Dispatcher dispatcher,
            @Reference DefaultJobs jobs,
            @Reference Access access,
            @Reference Clock clock) {
        this.transactions = transactions;
        this.dispatcher = dispatcher;
        this.jobs = jobs;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What is parked first, then by when it is due next.
     *
     * @param name null for all
     * @param state null for all
     */
    public Page<JobView> list(String name, String state, PageQuery query) {
        access.requireEverywhere(Permissions.JOB_VIEW);
        if (state != null && !STATES.contains(state)) {
            throw Problem.invalid("state", Text.of("只能是:%s", "Must be one of: %s", String.join(", ", STATES)));
        }
        return transactions.read(tx -> {
            JobRows rows = new JobRows(tx.connection());
            List<JobView> found = rows.list(name, state, query.offset(), query.size());
            return Page.of(found, query, () -> rows.count(name, state)).map(this::seenHere);
        });
    }

    public JobView get(long id) {
        access.requireEverywhere(Permissions.JOB_VIEW);
        return transactions.read(
                tx -> new JobRows(tx.connection()).get(id).map(this::seenHere).orElseThrow(JobDesk::none));
    }

    /** Names of jobs, for completion. */
    public List<String> names() {
        access.requireEverywhere(Permissions.JOB_VIEW);
        return transactions.read(tx -> new JobRows(tx.connection()).names());
    }

    /** Tries a job again now that failed. */
    public void retry(long id) {
        change("jobs.job.retried", id, null, (rows, job) -> {
            if (job.attempts() == 0) {
                throw Problem.conflict(Text.of("该任务没有失败", "This job did not fail"));
            }
            rows.dueNow(id, clock.instant());
        });
    }

    /** Runs a job now that was to run later. */
    public void run(long id) {
        change("jobs.job.started", id, null, (rows, job) -> {
            if (job.state().equals(JobView.PARKED)) {
                throw Problem.conflict(Text.of("该任务已搁置,请重试", "This job is parked: retry it"));
            }
            rows.dueNow(id, clock.instant());
        });
    }

    /** The job will not run; a recurring one can be cancelled only where its module is not there any more. */
    public void cancel(long id, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > REASON_LENGTH) {
            access.requireEverywhere(Permissions.JOB_MANAGE);
            throw Problem.invalid(
                    "reason", Text.of("请说明原因,不超过 %d 字", "Say why, in no more than %d characters", REASON_LENGTH));
        }
        change("jobs.job.cancelled", id, reason, (rows, job) -> {
            if (job.recurring() && dispatcher.knows(job.name())) {
                throw Problem.conflict(Text.of(
                        "周期任务随其模块运行,不能取消",
                        "A recurring job runs as long as its module is there, it cannot be cancelled"));
            }
            rows.remove(id);
        });
    }

    private interface Change {
        void of(JobRows rows, JobView job);
    }

    private void change(String action, long id, String reason, Change change) {
        access.requireEverywhere(Permissions.JOB_MANAGE);
        transactions.run(tx -> {
            JobRows rows = new JobRows(tx.connection());
            JobView job = rows.lock(id).orElseThrow(JobDesk::none);
            change.of(rows, job);
            audit(tx, action, job, reason);
            jobs.hurry();
        });
    }

    private static void audit(Tx tx, String action, JobView job, String reason) {
        tx.audit(AuditEntry.changed(
                action, "job/" + job.id(), null, Map.of(), Map.of("name", job.name(), "key", job.key()), reason));
    }

    private JobView seenHere(JobView job) {
        return job.knownHere(dispatcher.knows(job.name()));
    }

    private static Problem none() {
        return Problem.notFound(Text.of("没有这个任务,或已完成", "There is no such job, or it is done"));
    }
}
