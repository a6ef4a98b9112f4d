package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.gridloom.itests.harness.Rest;

/** A path of a module that comes and goes: while the module is there, it is never said not to exist. */
final class ModulePath {

    private static final int NOT_FOUND = 404;
    private static final int UNAVAILABLE = 503;

    private final Rest rest;
    private final String path;
    /** Odd while the module is there. */
    private final AtomicInteger stay = new AtomicInteger();

    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicInteger refusals = new AtomicInteger();
    private final List<String> gaps = Collections.synchronizedList(new ArrayList<>());

    ModulePath(Rest rest, String path) {
        this.rest = rest;
        this.path = path;
    }

    /** It is installed, and may be updated from now on. */
    void stays() {
        assertThat(stay.incrementAndGet() % 2).isOne();
    }

    /** It is about to be uninstalled. */
    void leaves() {
        assertThat(stay.incrementAndGet() % 2).isZero();
    }

    Rest.Answer ask() {
        int before = stay.get();
        Rest.Answer answer = rest.get(path);
        if (before % 2 == 1 && before == stay.get()) {
            answers.incrementAndGet();
            if (answer.status() == NOT_FOUND) {
                gaps.add(Instant.now() + " " + answer);
            } else if (answer.status() == UNAVAILABLE) {
                refusals.incrementAndGet();
            }
        }
        return answer;
    }

    /** Whoever asked was answered, or told to come back: a short update is waited for. */
    void assertNeverAway() {
        assertThat(answers).hasPositiveValue();
        assertThat(gaps).isEmpty();
    }

    @Override
    public String toString() {
        return "%s: %d answers, %d times told to come back, %d times not there"
                .formatted(path, answers.get(), refusals.get(), gaps.size());
    }
}
