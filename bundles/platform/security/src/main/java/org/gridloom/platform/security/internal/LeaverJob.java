package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import java.util.Map;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes an account on the day on which its holder leaves. Its key is the kind and id of the person's record. */
@Component
public class LeaverJob implements JobHandler {

    static final String NAME = "security.leaver";

    private final Accounts accounts;

    @Activate
    public LeaverJob(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    static Map<String, ?> payload(String account, LocalDate day) {
        return Map.of("account", account, "on", day.toString());
    }

    static LocalDate day(Job job) {
        return LocalDate.parse(String.valueOf(job.payload().get("on")));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Tx tx, Job job) {
        accounts.holderLeft(String.valueOf(job.payload().get("account")), day(job), job.key());
    }
}
