package org.gridloom.itests.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.KnownRecords;
import org.gridloom.itests.harness.Operation;
import org.gridloom.itests.harness.Rest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Bad requests, sent by an account that may do everything, and what became of the district. */
public final class BadRequestsRun {

    private static final int ROUNDS = 5;
    private static final Logger LOG = LoggerFactory.getLogger(BadRequestsRun.class);
    private static final String DISTRICT = "210102";
    private static final String READ_ONLY = "/api/operations/read-only";
    private static final long SLOW = 20_000;
    private static final int SHOWN = 5;

    /** Failures to sign in are told of though the request is refused. */
    private static final Set<String> TOLD_OF_REFUSALS = Set.of("platform.account.locked", "audit.trail.exported");

    private final Gridloom gridloom;
    private final Rest rest;
    private final String account;
    private final BadRequests requests;
    private final Attack attack;
    private final int logged;

    public BadRequestsRun(Gridloom gridloom, long seed) {
        this.gridloom = gridloom;
        logged = gridloom.log().length();
        Accounts accounts = new Accounts(gridloom);
        String role = accounts.allPowerfulRole("attack-everything");
        // The first of the list, so that it is this one whose record is meddled with, and not the administrator's.
        Login bystander = accounts.create("aa-bystander", DISTRICT);
        Login attacker = accounts.create("ab-attacker", DISTRICT, role);
        account = attacker.username();
        rest = gridloom.anonymous().as(attacker.username(), attacker.password());
        List<Operation> operations = Operation.all(rest);
        GoodRequests good = new GoodRequests(new KnownRecords(operations, rest), token(attacker), token(bystander));
        requests = new BadRequests(operations, good, seed);
        attack = new Attack(gridloom.httpPort(), this::undo);
        LOG.info("Bad requests of {} operations, seed {}", operations.size(), seed);
    }

    private String token(Login login) {
        return gridloom.anonymous()
                .post(
                        "/api/session",
                        Map.of("username", login.username(), "password", login.password(), "bearer", true))
                .ok()
                .json()
                .get("token")
                .asText();
    }

    /** What succeeded though it is odd, and would keep all that follows from being tried. */
    private void undo(BadRequest accepted) {
        if (accepted.target().startsWith(READ_ONLY)) {
            rest.delete(READ_ONLY);
        }
    }

    /** Sends so many. */
    public BadRequestsRun send(int count) {
        long began = System.nanoTime();
        attack.run(requests, count);
        LOG.info(
                "{} bad requests in {} s, by status {}; slowest {} ms, {}",
                count,
                (System.nanoTime() - began) / 1_000_000_000,
                attack.statuses(),
                attack.slowest(),
                attack.slowestRequest());
        return this;
    }

    /** Every answer was a refusal in so many words, or right. */
    public void assertWellRefused() {
        if (!attack.faults().isEmpty()) {
            fail(attack.faults().entrySet().stream()
                    .map(fault -> fault.getKey() + ", " + fault.getValue().size() + " times:\n   "
                            + fault.getValue().stream().limit(SHOWN).collect(Collectors.joining("\n   ")))
                    .collect(Collectors.joining("\n")));
        }
    }

    /** No request that was refused left an entry in the audit trail, and the trail is whole. */
    public void assertNoTrace() {
        assertThat(attack.refusedIds()).hasSizeGreaterThan(100);
        Set<String> left = rest.all("/api/audit?account=" + account).stream()
                .filter(entry -> !TOLD_OF_REFUSALS.contains(entry.get("action").asText()))
                .filter(entry ->
                        attack.refusedIds().contains(entry.get("requestId").asText()))
                .map(JsonNode::toString)
                .collect(Collectors.toSet());
        assertThat(left).as("entries of requests that were refused").isEmpty();
        assertThat(gridloom.rest().get("/api/audit/verify").ok().json())
                .allSatisfy(chain -> assertThat(chain.get("whole").asBoolean()).isTrue());
    }

    /** The changes that were refused are sent once more, at most so many, and not one letter of any table changes. */
    public void assertNothingIsWritten(Path folder, int most) {
        List<BadRequest> changes = stillRefused(most);
        assertThat(changes).hasSizeGreaterThan(100);
        List<BadRequest> accepted = new ArrayList<>();
        Attack again = new Attack(gridloom.httpPort(), accepted::add);
        Map<String, String> before = TableHashes.of(gridloom, folder);
        again.again(changes);
        Map<String, String> after = TableHashes.of(gridloom, folder);
        LOG.info("{} refused changes again, by status {}", changes.size(), again.statuses());
        assertThat(accepted).as("changes that were refused before").isEmpty();
        assertThat(again.statuses().keySet()).as("statuses").allMatch(status -> status >= 400 && status < 500);
        assertThat(after).hasSizeGreaterThan(20).isEqualTo(before);
    }

    /**
     * Those that are refused as things now stand: what was accepted meanwhile may have made a change right, as when it
     * registered the document that another cites. They are tried until nothing is accepted any more.
     */
    private List<BadRequest> stillRefused(int most) {
        List<BadRequest> changes = attack.refusedChanges();
        changes = changes.subList(Math.max(0, changes.size() - most), changes.size());
        for (int round = 0; round < ROUNDS; round++) {
            List<BadRequest> accepted = new ArrayList<>();
            Attack tried = new Attack(gridloom.httpPort(), request -> {
                accepted.add(request);
                undo(request);
            });
            tried.again(changes);
            assertThat(tried.faults()).isEmpty();
            changes = tried.refusedChanges();
            if (accepted.isEmpty()) {
                return changes;
            }
            LOG.info("Accepted meanwhile: {}", accepted);
        }
        return changes;
    }

    /**
     * The log has no failure, no trace with a frame of ours, and no line that somebody made it write. Jetty warns with a
     * trace of its own where a connection ends amid a request that is none.
     */
    public void assertQuietLog() {
        String log = gridloom.log().substring(logged);
        assertThat(log.lines()
                        .filter(line -> line.contains(" ERROR ")
                                || line.startsWith("\tat org.gridloom")
                                || line.startsWith(OddValues.FORGED_TIME)))
                .isEmpty();
    }

    /** It still does its work, and no request kept it busy for long. */
    public void assertAlive() {
        assertThat(attack.slowest())
                .as("milliseconds of %s", attack.slowestRequest())
                .isLessThan(SLOW);
        assertThat(gridloom.isReady()).isTrue();
        gridloom.rest().get("/api/figures?unit=" + DISTRICT).ok();
    }
}
