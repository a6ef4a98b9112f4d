package org.gridloom.platform.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.persistence.Indispensable;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.internal.domain.GeneratedPassword;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets in again who has lost a password that nobody may reset: whoever rules the machine puts the account's name into the
 * file {@code recover} in the data folder and starts the server. The account is enabled, with a new password to be
 * changed at the first sign-in, which stands in {@code recovered.properties}. What it may do stays as it was.
 */
@Component(service = Recovery.class, immediate = true)
public class Recovery {

    private static final String REQUEST = "recover";
    private static final String ANSWER = "recovered.properties";
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final RightsCache rights;
    private final Access access;
    private final Credentials credentials;
    private final Attempts attempts;
    private final DataFolder files;
    private final Clock clock;

    @Activate
    public Recovery(
            @Reference RightsCache rights,
            @Reference Access access,
            @Reference Credentials credentials,
            @Reference Attempts attempts,
            @Reference DataFolder files,
            @Reference Clock clock) {
        this.rights = rights;
        this.access = access;
        this.credentials = credentials;
        this.attempts = attempts;
        this.files = files;
        this.clock = clock;
    }

    @Activate
    void start() {
        Path request = files.path().resolve(REQUEST);
        if (!Files.isRegularFile(request)) {
            return;
        }
        try {
            String name = Files.readString(request).strip();
            if (access.asSystem("recovery", () -> Indispensable.call(() -> recovered(name)))) {
                LOG.info("An account was recovered as {} asked; its login is in {}", request, ANSWER);
            } else {
                LOG.warn("{} names no account", request);
            }
            Files.delete(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The password is on disk before it counts: killed in between, the next start does both again. */
    private boolean recovered(String name) {
        String password = GeneratedPassword.next(new SecureRandom());
        String hash = credentials.hash(password);
        return rights.change(tx -> {
            Optional<Account> account = new AccountStore(tx.em()).find(name);
            account.ifPresent(found -> recover(tx, found, hash, password));
            return account.isPresent();
        });
    }

    private void recover(Tx tx, Account account, String hash, String password) {
        AccountStore store = new AccountStore(tx.em());
        store.setPassword(account.name(), hash, true, clock.instant());
        store.setEnabled(account.name(), true);
        Sessions.endAll(tx, account, null);
        attempts.unlock(tx, account.name());
        tx.audit(AuditEntry.changed(
                "platform.account.recovered",
                "account/" + account.name(),
                account.unit(),
                Map.of(),
                Map.of(),
                "file " + REQUEST));
        files.write(
                ANSWER,
                ("username=" + account.name() + "\npassword=" + password + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
