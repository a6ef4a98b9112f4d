package org.gridloom.platform.security.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.job.Jobs;
import org.gridloom.platform.security.internal.domain.AccountName;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Closes the account of who has left. Where the day is yet to come, {@link LeaverJob} does so then, unless the person
 * takes up a post meanwhile that lasts beyond it.
 */
@Component
public class LeaversAccounts implements EventSubscriber {

    private static final int VERSION = 1;
    private static final String LEFT = "organization.person.left";
    private static final String HANDED_OVER = "organization.post.handed-over";

    private final Accounts accounts;
    private final Jobs jobs;
    private final Clock clock;

    @Activate
    public LeaversAccounts(@Reference Accounts accounts, @Reference Jobs jobs, @Reference Clock clock) {
        this.accounts = accounts;
        this.jobs = jobs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "org.gridloom.platform.security.leavers";
    }

    @Override
    public Set<String> events() {
        return Set.of(LEFT, HANDED_OVER, "organization.post.taken-up", "organization.post.changed");
    }

    @Override
    public void on(Tx tx, Event event) {
        if (event.version() != VERSION) {
            throw new IllegalArgumentException("Version " + event.version() + " of the event is not known here");
        }
        Map<String, Object> payload = event.payload();
        if (!event.name().equals(LEFT)) {
            Object person = payload.get(event.name().equals(HANDED_OVER) ? "toPerson" : "person");
            stays(tx, "person/" + person, payload.get("validTo"));
        } else if (payload.get("account") instanceof String account) {
            leaves(
                    tx,
                    AccountName.canonical(account),
                    LocalDate.parse(String.valueOf(payload.get("on"))),
                    event.aggregate());
        }
    }

    private void leaves(Tx tx, String account, LocalDate day, String person) {
        if (day.isAfter(LocalDate.now(clock))) {
            jobs.schedule(
                    tx,
                    LeaverJob.NAME,
                    person,
                    day.atStartOfDay(clock.getZone()).toInstant(),
                    LeaverJob.payload(account, day));
        } else {
            jobs.cancel(tx, LeaverJob.NAME, person);
        }
        accounts.holderLeft(account, day, person);
    }

    /** @param until day on which the post ends; null for no end */
    private void stays(Tx tx, String person, Object until) {
        jobs.find(tx, LeaverJob.NAME, person)
                .filter(job ->
                        until == null || LocalDate.parse(String.valueOf(until)).isAfter(LeaverJob.day(job)))
                .ifPresent(job -> jobs.cancel(tx, LeaverJob.NAME, person));
    }
}
