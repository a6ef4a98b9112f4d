package org.gridloom.platform.security.internal;

import java.lang.ref.WeakReference;
import java.security.Principal;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.RolePrincipal;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Callers;
import org.gridloom.platform.text.Text;
import org.gridloom.platform.unit.UnitScope;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs accounts in on the console. Our own commands ask {@link org.gridloom.platform.security.Access} each time;
 * Karaf's look at the roles that the session was given, so these are kept up to date while it lives: at once after a
 * change on this node or when a module comes, within seconds after a change on another.
 */
@Component(service = ConsoleSignIn.class)
public class ConsoleSignIn {

    /** Karaf lets nobody in without it. */
    private static final String MAY_ENTER = "ssh";
    /** Karaf's own commands need it: it is as good as ruling the machine. */
    private static final String MAY_OPERATE = "admin";
    /** Enough for those of them that change nothing. */
    private static final String MAY_LOOK = "viewer";

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleSignIn.class);
    private static final long REVIEW_SECONDS = 3;

    private final Callers callers;
    private final Credentials credentials;
    private final RightsCache rights;
    private final Units units;
    private final PermissionCatalogue catalogue;
    private final List<WeakReference<Subject>> watched = new CopyOnWriteArrayList<>();
    private final Runnable review = this::review;
    private final ScheduledExecutorService clockwork = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "gridloom-console-rights");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public ConsoleSignIn(
            @Reference Callers callers,
            @Reference Credentials credentials,
            @Reference RightsCache rights,
            @Reference Units units,
            @Reference PermissionCatalogue catalogue) {
        this.callers = callers;
        this.credentials = credentials;
        this.rights = rights;
        this.units = units;
        this.catalogue = catalogue;
    }

    @Activate
    void activate() {
        rights.onChange(review);
        catalogue.onChange(review);
        clockwork.scheduleWithFixedDelay(review, REVIEW_SECONDS, REVIEW_SECONDS, TimeUnit.SECONDS);
    }

    @Deactivate
    void deactivate() {
        rights.offChange(review);
        catalogue.offChange(review);
        clockwork.shutdownNow();
    }

    /** @throws Problem if name and password are not right, are locked, or may not use the console */
    public User signIn(String name, String password, String source) {
        Caller nobody = new Caller(Caller.NOBODY, "console", UUID.randomUUID().toString(), source, null);
        String account = callers.call(nobody, () -> credentials.verifyAgain(name, password, source));
        Set<Principal> roles = roles(account);
        if (roles.isEmpty()) {
            throw new Problem(Problem.Kind.FORBIDDEN, Text.of("该账号不能使用控制台", "The account may not use the console"));
        }
        return new User(account, roles);
    }

    /** From now on the session has the roles that its account has. */
    public void watch(Subject subject) {
        watched.removeIf(reference -> reference.get() == null);
        watched.add(new WeakReference<>(subject));
    }

    private void review() {
        try {
            watched.forEach(reference -> {
                Subject subject = reference.get();
                if (subject != null) {
                    review(subject);
                }
            });
        } catch (RuntimeException e) {
            // The database is away, say: then nothing can be changed there either, and the next review comes soon.
            LOG.warn(
                    "The rights of console sessions could not be reviewed: {}",
                    e.getClass().getName());
        }
    }

    private void review(Subject subject) {
        Iterator<UserPrincipal> users =
                subject.getPrincipals(UserPrincipal.class).iterator();
        if (users.hasNext()) {
            Set<Principal> roles = roles(users.next().getName());
            subject.getPrincipals().removeIf(held -> held instanceof RolePrincipal && !roles.contains(held));
            subject.getPrincipals().addAll(roles);
        }
    }

    private Set<Principal> roles(String account) {
        Set<Principal> roles = new HashSet<>();
        rights.of(account).filter(held -> held.account().enabled()).ifPresent(held -> {
            if (held.give(Permissions.CONSOLE_USE, units.today())) {
                roles.add(new RolePrincipal(MAY_ENTER));
                if (!held.account().mustChangePassword()
                        && units.scope(held, Permissions.SYSTEM_OPERATE).equals(UnitScope.everywhere())) {
                    roles.add(new RolePrincipal(held.separated() ? MAY_LOOK : MAY_OPERATE));
                }
                catalogue
                        .capabilities(code -> held.give(code, units.today()))
                        .forEach(capability -> roles.add(new RolePrincipal(CommandVisibility.role(capability))));
            }
        });
        return roles;
    }

    /** Who signed in. */
    public record User(String account, Set<Principal> roles) {

        /** For the session. */
        public Set<Principal> principals() {
            Set<Principal> principals = new HashSet<>(roles);
            principals.add(new UserPrincipal(account));
            return principals;
        }
    }
}
