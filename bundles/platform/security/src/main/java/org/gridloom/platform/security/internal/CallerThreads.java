package org.gridloom.platform.security.internal;

import java.security.AccessController;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.gridloom.platform.rest.RequestId;
import org.gridloom.platform.security.Caller;
import org.gridloom.platform.security.Callers;
import org.osgi.service.component.annotations.Component;
import org.slf4j.MDC;

/**
 * Keeps the caller with the thread. A thread of the console carries none of its own: there the caller is the user that
 * the shell signed in. The id of the request goes on into the log, whoever calls. Needs nothing, so that persistence can stand on it.
 */
@Component(service = {Callers.class, CallerThreads.class})
public class CallerThreads implements Callers {

    private static final String CONSOLE = "console";

    private final ThreadLocal<Call> calls = new ThreadLocal<>();

    @Override
    public Optional<Caller> current() {
        Call call = calls.get();
        return call == null ? consoleUser() : Optional.of(call.caller());
    }

    @Override
    public <T> T call(Caller caller, Supplier<T> work) {
        Call former = calls.get();
        String logged = MDC.get(RequestId.LOG_KEY);
        calls.set(new Call(caller, new HashMap<>()));
        name(caller.requestId());
        try {
            return work.get();
        } finally {
            name(logged);
            if (former == null) {
                calls.remove();
            } else {
                calls.set(former);
            }
        }
    }

    /** Computes a value once for each call and key; each time where the thread serves no call. */
    @SuppressWarnings("unchecked")
    <T> T oncePerCall(Object key, Supplier<T> value) {
        Call call = calls.get();
        if (call == null) {
            return value.get();
        }
        T known = (T) call.memory().get(key);
        if (known == null) {
            known = value.get();
            call.memory().put(key, known);
        }
        return known;
    }

    /** What is logged from now on bears the id. */
    private static void name(String requestId) {
        if (requestId == null) {
            MDC.remove(RequestId.LOG_KEY);
        } else {
            MDC.put(RequestId.LOG_KEY, requestId);
        }
    }

    @SuppressWarnings("removal")
    private static Optional<Caller> consoleUser() {
        Subject subject = Subject.getSubject(AccessController.getContext());
        return subject == null
                ? Optional.empty()
                : subject.getPrincipals(UserPrincipal.class).stream()
                        .findFirst()
                        .map(user -> new Caller(
                                user.getName(),
                                CONSOLE,
                                UUID.randomUUID().toString(),
                                ConsoleAddress.of(subject).orElse(Caller.LOCAL),
                                null));
    }

    private record Call(Caller caller, Map<Object, Object> memory) {}
}
