package org.gridloom.platform.security.internal;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;
import org.gridloom.platform.tx.Transactions;

/** One node of a district, wired as in the container; several may share a database. */
final class Node {

    static final String UNIT = "org.gridloom.platform.security";
    static final String PASSWORD = "sunny-lake-47-bridge";

    /** KiB for a hash: nobody attacks these. */
    private static final int LIGHT = 64;

    final AtomicLong nanos = new AtomicLong();
    final CallerThreads callers = new CallerThreads();
    final PermissionCatalogue catalogue = new PermissionCatalogue();
    final FakeUnits directory;
    final Transactions transactions;
    final TestDatabase db;
    final Settings settings;
    final Units units;
    final RightsCache rights;
    final DefaultAccess access;
    final Authority authority;
    final Separation separation;
    final Attempts attempts;
    final Sessions sessions;
    final Credentials credentials;
    final Accounts accounts;
    final Grants grants;
    final Roles roles;
    final OwnAccount own;

    Node(TestDatabase db, FakeUnits directory) {
        this.db = db;
        this.directory = directory;
        transactions = db.transactions();
        settings = settings(Map.of());
        units = new Units(db.clock(), callers);
        units.directory = directory;
        rights = new RightsCache(transactions, catalogue, nanos::get);
        catalogue.addSet(new Permissions());
        access = new DefaultAccess(callers, rights, units, catalogue);
        authority = new Authority(access, rights, units, catalogue);
        separation = new Separation(rights, access, catalogue, units);
        attempts = new Attempts(transactions, settings, db.clock());
        sessions = new Sessions(transactions, rights, settings, db.clock(), nanos::get);
        credentials = new Credentials(rights, sessions, attempts, new PasswordHashes(LIGHT));
        accounts = new Accounts(
                rights, access, authority, separation, credentials, attempts, units, settings, db.checks(), db.clock());
        grants = new Grants(rights, accounts, authority, separation, units, db.checks());
        roles = new Roles(rights, access, authority, separation, catalogue, db.checks());
        own = new OwnAccount(rights, access, credentials, units, settings, catalogue, db.clock());
    }

    Node(TestDatabase db) {
        this(db, new FakeUnits());
    }

    /** Settings with their defaults, except those given. */
    static Settings settings(Map<String, Object> changed) {
        Settings settings = new Settings();
        settings.change(config(changed));
        return settings;
    }

    static Settings.Config config(Map<String, Object> changed) {
        return (Settings.Config) Proxy.newProxyInstance(
                Node.class.getClassLoader(),
                new Class<?>[] {Settings.Config.class},
                (proxy, method, arguments) -> new HashMap<>(changed).getOrDefault(method.getName(), defaultOf(method)));
    }

    private static Object defaultOf(Method method) {
        return method.getDefaultValue();
    }

    void start(Path data) {
        new FirstStart(rights, access, credentials, units, db.clock(), TestFiles.in(data)).start();
    }

    <T> T as(String account, Supplier<T> work) {
        return callers.call(new Caller(account, "rest", UUID.randomUUID().toString()), work);
    }

    void runAs(String account, Runnable work) {
        as(account, () -> {
            work.run();
            return null;
        });
    }

    /** An account that may do these things in the unit, and has changed its first password. */
    void account(String name, String homeUnit, String grantUnit, String... permissions) {
        access.asSystem("test", () -> {
            accounts.create(new NewAccount(name, "张伟", homeUnit, "first-" + PASSWORD));
            roles.create(new RoleDraft("r-" + name, "角色", "Role", Set.of(permissions)));
            return grants.add(name, new NewGrant("r-" + name, grantUnit, null, null));
        });
        runAs(name, () -> own.changePassword("first-" + PASSWORD, PASSWORD, "10.0.0.9", null));
    }
}
