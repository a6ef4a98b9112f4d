package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.KnownRecords;
import org.gridloom.itests.harness.Operation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whatever changes something leaves an entry in the audit trail, with where it came from and why. New operations are
 * covered by themselves. Comes late, as every change is made as it is meant.
 */
@Order(Integer.MAX_VALUE - 2)
@ExtendWith(BootedDistrict.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditedIT {

    private static final Logger LOG = LoggerFactory.getLogger(AuditedIT.class);
    private static final String REASON = "按会议纪要 12";
    private static final String ENCODED = "%E6%8C%89%E4%BC%9A%E8%AE%AE%E7%BA%AA%E8%A6%81%2012";

    /** Operations that may leave no entry, and why they need none. */
    private static final Map<String, String> NOT_AUDITED = Map.of(
            "POST /organization/people/search", "reads: what is sought is in the body, so that no log holds it",
            "POST /attachments",
                    "the file is nobody's and goes by itself until it is put to a record, which is audited",
            "POST /notices/read", "whether somebody has read a notice is no state of the district",
            "POST /notices/{id}/read", "the same",
            "PUT /sheets/{sheet}/mapping", "a convenience of its user",
            "PUT /events/parked/retry", "nothing is changed where nothing is parked",
            "DELETE /accounts/{name}/sessions", "nothing is changed where there is none",
            "POST /accounts/{name}/unlock", "nothing is changed where nothing is locked");

    /** By which records are told apart: an example may have been used before. */
    private static final List<String> NAMES = List.of("code", "name", "number");

    private final Gridloom gridloom;
    private final Rest admin;

    AuditedIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        admin = gridloom.rest();
    }

    @Test
    void everyOperationThatChangesSomethingLeavesAnEntryWithAddressAndReason() {
        Accounts accounts = new Accounts(gridloom);
        // The first of the list, so that it is this one whose record is changed, and not the administrator's.
        accounts.create("aa-audited", "210102");
        Login login = accounts.create("ab-audited", "210102", accounts.allPowerfulRole("audited-everything"));
        Rest rest = gridloom.anonymous().as(login.username(), login.password());
        List<Operation> operations = Operation.all(admin);
        KnownRecords records = new KnownRecords(operations, rest);
        List<String> without = new ArrayList<>();
        TreeSet<String> served = new TreeSet<>();
        TreeSet<String> refused = new TreeSet<>();
        for (Operation operation : operations) {
            if (operation.isRead() || operation.path().startsWith("/session")) {
                continue;
            }
            String name = operation.method() + " " + operation.path();
            Answer answer = accepted(operation, records, rest);
            if (operation.path().equals("/operations/read-only")) {
                admin.delete("/api/operations/read-only");
            }
            if (answer.status() / 100 != 2) {
                refused.add(name + " " + answer.status());
                continue;
            }
            served.add(name);
            List<JsonNode> entries = entries(answer.header("X-Request-Id"));
            if (entries.isEmpty() && !NOT_AUDITED.containsKey(name)) {
                without.add(name + " → " + answer.status());
            }
            assertThat(entries).as(name).allSatisfy(entry -> {
                assertThat(entry.get("address").asText()).isEqualTo("127.0.0.1");
                assertThat(entry.get("reason").asText("")).isNotEmpty();
            });
        }
        LOG.info("Served: {}; refused: {}", served, refused);
        assertThat(without).as("operations that should leave an entry").isEmpty();
        assertThat(served).as("changes that were made").hasSizeGreaterThan(30);
    }

    /** The answer to the document's example, or where that is taken to one like it. */
    private static Answer accepted(Operation operation, KnownRecords records, Rest rest) {
        Answer answer = call(operation, records).as(because(rest));
        JsonNode example = operation
                .definition()
                .path("requestBody")
                .path("content")
                .path("application/json")
                .path("example");
        for (String name : NAMES) {
            if (answer.status() / 100 != 2 && example.path(name).isTextual()) {
                String other = example.get(name).asText() + "-audited";
                answer = call(operation, records).body(name, other).as(because(rest));
            }
            if (answer.status() / 100 != 2 && example.has(name)) {
                answer = call(operation, records).without(name).as(because(rest));
            }
        }
        return answer;
    }

    private static Operation.Call call(Operation operation, KnownRecords records) {
        Operation.Call call = records.call(operation);
        records.tag(operation).ifPresent(call::version);
        return call;
    }

    private static Rest because(Rest rest) {
        return rest.with("Gridloom-Reason", ENCODED);
    }

    private List<JsonNode> entries(String requestId) {
        JsonNode newest = admin.get("/api/audit?size=500").ok().json().get("items");
        return StreamSupport.stream(newest.spliterator(), false)
                .filter(entry -> entry.path("requestId").asText().equals(requestId))
                .toList();
    }

    @Test
    void whatIsDoneOnTheConsoleIsRecordedWithTheClientsAddress() {
        try (Console console = gridloom.console()) {
            console.run("role:create audited-console 控制台 console platform.account.view")
                    .ok();
        }
        JsonNode entry = admin.get("/api/audit?subject=role/audited-console&address=127.0.0.1")
                .ok()
                .json()
                .get("items")
                .get(0);
        assertThat(entry.get("origin").asText()).isEqualTo("console");
        assertThat(entry.get("address").asText()).isEqualTo("127.0.0.1");
        delete("/api/roles/audited-console");
    }

    @Test
    void theReasonOfARequestStandsInItsEntryAndOneThatCannotBeReadIsRefused() {
        Map<String, Object> role =
                Map.of("code", "audited-role", "nameZh", "留痕", "nameEn", "Audited", "permissions", new String[0]);
        admin.with("Gridloom-Reason", "%").post("/api/roles", role).expect(422);
        because(admin).post("/api/roles", role).expect(201);
        assertThat(admin.get("/api/audit?subject=role/audited-role")
                        .ok()
                        .json()
                        .get("items")
                        .get(0)
                        .get("reason")
                        .asText())
                .isEqualTo(REASON);
        delete("/api/roles/audited-role");
    }

    private void delete(String path) {
        admin.with("If-Match", admin.get(path).ok().header("ETag")).delete(path).ok();
    }
}
