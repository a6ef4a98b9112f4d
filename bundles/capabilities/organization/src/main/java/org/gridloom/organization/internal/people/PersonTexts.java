package org.gridloom.organization.internal.people;

import java.time.Duration;
import java.util.Optional;
import org.gridloom.platform.job.Job;
import org.gridloom.platform.job.JobHandler;
import org.gridloom.platform.job.Recurrence;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Encrypts what was written of people before it came to be encrypted, and that of an older backup: some hundred people a
 * run, until none is left. Stopped, it goes on where it was.
 */
@Component
public final class PersonTexts implements JobHandler {

    private final PersonVault vault;

    @Activate
    public PersonTexts(@Reference PersonVault vault) {
        this.vault = vault;
    }

    @Override
    public String name() {
        return "organization.person-texts";
    }

    @Override
    public Optional<Recurrence> recurrence() {
        return Optional.of(Recurrence.every(Duration.ofMinutes(1)));
    }

    @Override
    public void run(Tx tx, Job job) {
        vault.sealWhatIsInClear(tx, null);
    }
}
