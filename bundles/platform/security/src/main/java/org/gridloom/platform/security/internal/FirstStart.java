package org.gridloom.platform.security.internal;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.security.Access;
import org.gridloom.platform.security.internal.domain.GeneratedPassword;
import org.gridloom.platform.security.internal.store.AccountStore;
import org.gridloom.platform.security.internal.store.GrantStore;
import org.gridloom.platform.security.internal.store.RoleStore;
import org.gridloom.platform.security.internal.store.StateStore;
import org.gridloom.platform.tx.AuditEntry;
import org.gridloom.platform.tx.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the district's first administrator, once, however many nodes start and however often one is killed meanwhile.
 * The password is in the file, on disk, before the account commits: a file without its account is written anew at the
 * next start, an account without its file cannot be.
 */
@Component(service = FirstStart.class, immediate = true)
public class FirstStart {

    public static final String ADMINISTRATOR = "admin";
    public static final String FILE = "admin.properties";
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final RightsCache rights;
    private final Access access;
    private final Credentials credentials;
    private final Units units;
    private final Clock clock;
    private final DataFolder files;

    @Activate
    public FirstStart(
            @Reference RightsCache rights,
            @Reference Access access,
            @Reference Credentials credentials,
            @Reference Units units,
            @Reference Clock clock,
            @Reference DataFolder files) {
        this.rights = rights;
        this.access = access;
        this.credentials = credentials;
        this.units = units;
        this.clock = clock;
        this.files = files;
    }

    @Activate
    void start() {
        boolean done = rights.read(tx -> new StateStore(tx.connection()).administratorMade());
        if (!done && access.asSystem("first-start", this::makeAdministrator)) {
            LOG.info(
                    "Created the administrator's account; its login is in {}",
                    files.path().resolve(FILE));
        }
    }

    private boolean makeAdministrator() {
        String password = GeneratedPassword.next(new SecureRandom());
        String hash = credentials.hash(password);
        return rights.change(tx -> {
            StateStore state = new StateStore(tx.connection());
            if (state.administratorMade()) {
                return false;
            }
            state.setAdministratorMade();
            make(tx, hash, units, clock.instant());
            files.write(
                    FILE,
                    ("username=" + ADMINISTRATOR + "\npassword=" + password + "\n").getBytes(StandardCharsets.UTF_8));
            return true;
        });
    }

    private static void make(Tx tx, String hash, Units units, Instant now) {
        RoleStore roles = new RoleStore(tx.em());
        BuiltInRoles.all().forEach(roles::insert);
        Role administrator = roles.find(BuiltInRoles.ADMINISTRATOR).orElseThrow();
        Account account = new AccountStore(tx.em()).insert(ADMINISTRATOR, "系统管理员", null, now, hash, false);
        new GrantStore(tx.em()).insert(account.id(), new Grant(0, administrator, null, units.today(), null));
        tx.audit(AuditEntry.created(
                "platform.account.created",
                "account/" + ADMINISTRATOR,
                null,
                Map.of("name", ADMINISTRATOR, "role", administrator.code())));
    }
}
