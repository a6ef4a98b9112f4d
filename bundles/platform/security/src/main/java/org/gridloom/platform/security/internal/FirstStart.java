package org.gridloom.platform.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
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

    static final String ADMINISTRATOR = "admin";
    private static final String FILE = "admin.properties";
    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final RightsCache rights;
    private final Access access;
    private final Credentials credentials;
    private final Units units;
    private final Clock clock;
    private final Path dataFolder;

    @Activate
    public FirstStart(
            @Reference RightsCache rights,
            @Reference Access access,
            @Reference Credentials credentials,
            @Reference Units units,
            @Reference Clock clock) {
        this(rights, access, credentials, units, clock, dataFolder());
    }

    FirstStart(RightsCache rights, Access access, Credentials credentials, Units units, Clock clock, Path dataFolder) {
        this.rights = rights;
        this.access = access;
        this.credentials = credentials;
        this.units = units;
        this.clock = clock;
        this.dataFolder = dataFolder;
    }

    @Activate
    void start() {
        boolean done = rights.read(tx -> new StateStore(tx.connection()).administratorMade());
        if (!done && access.asSystem("first-start", this::makeAdministrator)) {
            LOG.info("Created the administrator's account; its login is in {}", dataFolder.resolve(FILE));
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
            write(dataFolder, password);
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

    private static void write(Path folder, String password) {
        String content = "username=" + ADMINISTRATOR + "\npassword=" + password + "\n";
        try {
            Files.createDirectories(folder);
            Path draft = folder.resolve(FILE + ".new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, onlyOwner(folder));
            Files.writeString(draft, content, StandardCharsets.UTF_8);
            force(draft);
            Files.move(draft, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
            force(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path folder) throws IOException {
        return Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static Path dataFolder() {
        String folder = System.getenv("GRIDLOOM_DATA");
        return Path.of(folder == null || folder.isBlank() ? ".gridloom" : folder);
    }
}
