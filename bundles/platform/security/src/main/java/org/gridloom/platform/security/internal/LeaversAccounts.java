package org.gridloom.platform.security.internal;

import java.time.LocalDate;
import java.util.Set;
import org.gridloom.platform.event.Event;
import org.gridloom.platform.event.EventSubscriber;
import org.gridloom.platform.security.internal.domain.AccountName;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Closes the account of who has left. Who leaves on a later day keeps it; the audit trail says until when. */
@Component
public class LeaversAccounts implements EventSubscriber {

    private static final int VERSION = 1;

    private final Accounts accounts;

    @Activate
    public LeaversAccounts(@Reference Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "org.gridloom.platform.security.leavers";
    }

    @Override
    public Set<String> events() {
        return Set.of("organization.person.left");
    }

    @Override
    public void on(Tx tx, Event event) {
        if (event.version() != VERSION) {
            throw new IllegalArgumentException("Version " + event.version() + " of the event is not known here");
        }
        if (event.payload().get("account") instanceof String account) {
            LocalDate day = LocalDate.parse(String.valueOf(event.payload().get("on")));
            accounts.holderLeft(AccountName.canonical(account), day, event.aggregate());
        }
    }
}
