package org.gridloom.itests.attack;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.gridloom.itests.attack.RawHttp.Reply;

/** Sends bad requests and keeps what came of them. */
final class Attack {

    /** What the state of the record decides, so that it may come out otherwise another time. */
    private static final Set<Integer> FOR_THE_MOMENT = Set.of(409, 412, 429);

    private final int port;
    private final Consumer<BadRequest> whenAccepted;
    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final Map<String, List<String>> faults = new LinkedHashMap<>();
    private final Set<String> refusedIds = new TreeSet<>();
    private final List<BadRequest> refusedChanges = new ArrayList<>();
    private long slowest;
    private BadRequest slowestRequest;

    /** @param whenAccepted told of each change that was not refused */
    Attack(int port, Consumer<BadRequest> whenAccepted) {
        this.port = port;
        this.whenAccepted = whenAccepted;
    }

    void run(BadRequests requests, int count) {
        try (RawHttp connection = new RawHttp(port)) {
            for (int number = 0; number < count; number++) {
                send(connection, requests.next(number));
            }
        }
    }

    /** The changes that were refused, once more; nothing may come of them. */
    void again(List<BadRequest> requests) {
        try (RawHttp connection = new RawHttp(port)) {
            requests.forEach(request -> send(connection, request));
        }
    }

    private void send(RawHttp connection, BadRequest request) {
        long began = System.nanoTime();
        Reply reply;
        try {
            reply = connection.send(request.bytes());
        } catch (UncheckedIOException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            if (!request.isBrokenHttp()) {
                fault("no answer, " + e, request, "");
            }
            connection.close();
            return;
        }
        if (request.isBrokenHttp()) {
            connection.close();
        }
        long took = (System.nanoTime() - began) / 1_000_000;
        if (took > slowest) {
            slowest = took;
            slowestRequest = request;
        }
        statuses.merge(reply.status(), 1, Integer::sum);
        Verdict.on(request, reply).ifPresent(fault -> fault(fault, request, reply.toString()));
        if (reply.status() >= 400) {
            if (reply.header("X-Request-Id") != null) {
                refusedIds.add(reply.header("X-Request-Id"));
            }
            if (!request.changesNothing() && !request.isBrokenHttp() && !FOR_THE_MOMENT.contains(reply.status())) {
                refusedChanges.add(request);
            }
        } else if (!request.changesNothing()) {
            whenAccepted.accept(request);
        }
    }

    private void fault(String what, BadRequest request, String reply) {
        faults.computeIfAbsent(what, key -> new ArrayList<>()).add(request + "\n      → " + reply);
    }

    Map<Integer, Integer> statuses() {
        return statuses;
    }

    /** What was wrong, with the requests that showed it. */
    Map<String, List<String>> faults() {
        return faults;
    }

    /** Ids of the requests that were refused. */
    Set<String> refusedIds() {
        return refusedIds;
    }

    List<BadRequest> refusedChanges() {
        return List.copyOf(refusedChanges);
    }

    /** Milliseconds of the slowest answer. */
    long slowest() {
        return slowest;
    }

    /** The one that took so long. */
    BadRequest slowestRequest() {
        return slowestRequest;
    }
}
