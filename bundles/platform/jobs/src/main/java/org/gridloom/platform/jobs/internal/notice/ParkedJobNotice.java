package org.gridloom.platform.jobs.internal.notice;

import org.gridloom.platform.job.Job;
import org.gridloom.platform.jobs.internal.Permissions;
import org.gridloom.platform.jobs.internal.run.ParkingListener;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.notice.Notices;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells operators of a job that waits for them. That this fails must not make the job's failure unknown. */
@Component
public final class ParkedJobNotice implements ParkingListener {

    private static final Logger LOG = LoggerFactory.getLogger(ParkedJobNotice.class);

    private final Transactions transactions;
    private final Notices notices;

    @Activate
    public ParkedJobNotice(
            @Reference(target = "(osgi.unit.name=platform)") Transactions transactions, @Reference Notices notices) {
        this.transactions = transactions;
        this.notices = notices;
    }

    @Override
    public void parked(long id, Job job) {
        try {
            transactions.run(tx -> notices.send(
                    tx,
                    Recipients.holders(Permissions.JOB_MANAGE, null),
                    new NoticeDraft(
                            "jobs.job.parked/" + id + "/" + job.dueAt(),
                            "jobs.job.parked",
                            "job/" + id,
                            Text.of("定时任务 %s 多次失败,已搁置", "Job %s failed too often and is parked", job.name()),
                            "#/jobs?state=parked")));
        } catch (RuntimeException e) {
            LOG.warn("Nobody was told that job {} is parked: {}", id, e.getMessage());
        }
    }
}
