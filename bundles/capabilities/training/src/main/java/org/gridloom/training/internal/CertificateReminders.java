package org.gridloom.training.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gridloom.platform.calendar.WorkCalendar;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.job.Jobs;
import org.gridloom.platform.notice.NoticeDraft;
import org.gridloom.platform.notice.Notices;
import org.gridloom.platform.notice.Recipients;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.EventDraft;
import org.gridloom.platform.tx.Tx;
import org.gridloom.training.Certificate;
import org.gridloom.training.TrainingPermissions;
import org.gridloom.training.internal.store.CertificateStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Tells that a certificate ends: its holder, and whoever keeps training nearest to the unit that they came from. One job
 * stands for all that are near; it goes through them in parts, so that none takes long.
 */
@Component(service = {CertificateReminders.class, JobHandler.class})
public final class CertificateReminders implements JobHandler {

    static final int AT_ONCE = 50;

    private static final String JOB = "training.certificateReminder";
    private static final String KEY = "ending";
    private static final String AFTER = "after";
    private static final String NEAR = "training.certificate.ending";

    private final Desk desk;
    private final TrainingRules rules;
    private final WorkCalendar calendar;
    private final Attendees attendees;
    private final Jobs jobs;
    private final Notices notices;

    @Activate
    public CertificateReminders(
            @Reference Desk desk,
            @Reference TrainingRules rules,
            @Reference WorkCalendar calendar,
            @Reference Attendees attendees,
            @Reference Jobs jobs,
            @Reference Notices notices) {
        this.desk = desk;
        this.rules = rules;
        this.calendar = calendar;
        this.attendees = attendees;
        this.jobs = jobs;
        this.notices = notices;
    }

    /** Lets today's reminders come at the hour of the rules. */
    void plan(Tx tx) {
        jobs.schedule(tx, JOB, KEY, desk.at(desk.today(), rules.reminderHour()), Map.of(AFTER, 0));
    }

    /** The certificate is good no longer. */
    void end(Tx tx, Certificate certificate) {
        notices.withdraw(tx, NEAR, DefaultCertificates.subject(certificate));
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public void run(Tx tx, Job job) {
        LocalDate today = desk.today();
        LocalDate until = calendar.reach(today, rules.reminderLead(ReminderRules.CERTIFICATE));
        long after = ((Number) job.payload().get(AFTER)).longValue();
        CertificateStore store = new CertificateStore(tx.em());
        List<Certificate> ending = store.lockEnding(today, until, after, AT_ONCE);
        Map<String, String> accounts =
                attendees.accounts(ending.stream().map(Certificate::person).collect(Collectors.toSet()));
        for (Certificate certificate : ending) {
            if (remind(tx, certificate, accounts.get(certificate.person()))) {
                store.remind(certificate.id(), today);
            }
        }
        if (!ending.isEmpty()) {
            long last = ending.get(ending.size() - 1).id();
            jobs.schedule(tx, JOB, KEY, job.dueAt(), Map.of(AFTER, last));
        }
    }

    /** @return whether anybody was told */
    private boolean remind(Tx tx, Certificate it, String account) {
        int told = account == null
                ? 0
                : notices.send(
                        tx,
                        Recipients.account(account),
                        notice(it, "您的培训证书 %s 将于 %s 到期", "Your certificate of training %s ends on %s"));
        told += notices.send(
                tx,
                Recipients.holders(TrainingPermissions.EDIT, it.unit()),
                notice(it, "培训证书 %s 将于 %s 到期", "The certificate of training %s ends on %s"));
        if (told > 0) {
            String subject = DefaultCertificates.subject(it);
            Map<String, Object> what =
                    Map.of("number", it.number(), "validTo", it.validTo().toString(), "reminded", told);
            tx.audit(AuditEntry.created("training.certificate.reminded", subject, it.unit(), what));
            tx.publish(new EventDraft("training.certificate.reminded", 1, subject, it.unit(), what));
        }
        return told > 0;
    }

    private static NoticeDraft notice(Certificate it, String zh, String en) {
        return new NoticeDraft(
                NEAR + "/" + it.id(),
                NEAR,
                DefaultCertificates.subject(it),
                Text.of(zh, en, it.number(), it.validTo()),
                "#/training/certificates?person=" + it.person());
    }
}
