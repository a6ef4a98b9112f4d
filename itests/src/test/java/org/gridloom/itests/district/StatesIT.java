package org.gridloom.itests.district;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gridloom.itests.harness.Accounts;
import org.gridloom.itests.harness.BootedDistrict;
import org.gridloom.itests.harness.Console;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Gridloom.Login;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A task of a coordination body goes its way over REST and on the console. */
@ExtendWith(BootedDistrict.class)
class StatesIT {

    private static final String BODY = "XT210102";
    private static final String TASKS = "/api/organization/coordination-tasks/";
    private static final String MOVED = "organization.task.moved";

    private final Gridloom gridloom;
    private final Rest rest;

    StatesIT(Gridloom gridloom) {
        this.gridloom = gridloom;
        rest = gridloom.rest();
    }

    @Test
    void aTaskGoesItsWayAndARefusalSaysWhatIsAllowed() {
        JsonNode task = task("老旧小区楼道照明整治");
        assertThat(task.at("/progress/state").asText()).isEqualTo("planned");
        assertThat(actions(task)).containsExactly("assign", "cancel");

        Answer refused = act(rest, task, "submit", Map.of());
        refused.expect(409);
        assertThat(refused.json().get("state").asText()).isEqualTo("planned");
        assertThat(refused.json().get("allowed").toString()).isEqualTo("[\"assign\",\"cancel\"]");
        assertThat(refused.json().get("detail").asText()).contains("拟办", "交办、取消");
        act(rest, task, "fly", Map.of()).expect(404);
        rest.send("POST", TASKS + task.get("id") + "/actions/assign", Map.of()).expect(428);

        JsonNode begun = act(rest, act(rest, task, "assign", Map.of()).ok().json(), "begin", Map.of())
                .ok()
                .json();
        Answer faulty = act(rest, begun, "submit", Map.of("evidence", Map.of("on", "2999-01-01")));
        faulty.expect(422);
        assertThat(faulty.json().get("violations").findValuesAsText("field"))
                .containsExactlyInAnyOrder("evidence.on", "evidence.evidence");
        JsonNode submitted = act(
                        rest, begun, "submit", Map.of("evidence", Map.of("on", "2026-01-10", "evidence", "验收单")))
                .ok()
                .json();
        assertThat(submitted.at("/progress/dueAt").isTextual()).isTrue();

        Answer own = act(rest, submitted, "accept", Map.of());
        own.expect(409);
        assertThat(own.json().get("detail").asText()).contains("须由他人办理");
        JsonNode done = act(colleague(), submitted, "accept", Map.of()).ok().json();
        assertThat(done.get("state").asText()).isEqualTo("done");
        assertThat(done.get("doneOn").asText()).isEqualTo("2026-01-10");

        JsonNode timeline = rest.get(TASKS + task.get("id") + "/timeline").ok().json();
        assertThat(timeline.findValuesAsText("action")).containsExactly("open", "assign", "begin", "submit", "accept");
        String listed = rest.get("/api/states/organization.task/cases?state=done&unit=210102&size=500")
                .ok()
                .body();
        assertThat(listed).contains("\"subject\":\"" + task.get("id") + "\"");
        assertThat(rest.get("/api/events?name=" + MOVED + "&size=200").ok().body())
                .contains(MOVED)
                .doesNotContain("验收单");
    }

    @Test
    void aRepeatedRequestTakesAStepOnceAndOfTwoPeopleOneIsFaster() throws Exception {
        JsonNode task = task("背街小巷停车秩序整治");
        Rest keyed = rest.with("Idempotency-Key", UUID.randomUUID().toString());
        JsonNode first = act(keyed, task, "assign", Map.of()).ok().json();
        assertThat(act(keyed, task, "assign", Map.of()).ok().json()).isEqualTo(first);

        List<Callable<Integer>> movers = new ArrayList<>();
        for (String action : List.of("begin", "give-back", "begin", "suspend")) {
            movers.add(() -> act(rest, first, action, Map.of("reason", "同时")).status());
        }
        ExecutorService threads = Executors.newFixedThreadPool(movers.size());
        List<Integer> outcomes = new ArrayList<>();
        for (Future<Integer> mover : threads.invokeAll(movers)) {
            outcomes.add(mover.get());
        }
        threads.shutdown();
        assertThat(outcomes).containsExactlyInAnyOrder(200, 409, 409, 409);
        assertThat(rest.get(TASKS + task.get("id") + "/timeline").ok().json()).hasSize(3);
    }

    @Test
    void theConsoleShowsTheProcedureAndMovesATask() {
        JsonNode task = task("冬季供热问题会商");
        try (Console console = gridloom.console()) {
            assertThat(console.run("states:list").ok().output()).contains("organization.task", "协调任务");
            assertThat(console.run("states:show organization.task").ok().output())
                    .contains("accept", "验收", "organization.coordination.edit");
            assertThat(console.run("states:show organization.task --markdown")
                            .ok()
                            .output())
                    .contains("stateDiagram-v2", "submitted --> done");
            String act = "organization:coordination-task-act " + task.get("id") + " ";
            assertThat(console.run(act + "assign").ok().output()).contains("已交办");
            assertThat(console.run(act + "begin").ok().output()).contains("办理中");
            assertThat(console.run(act + "submit").refused().output()).contains("evidence.on", "evidence.evidence");
            console.run(act + "submit --evidence on=2026-01-10 --evidence evidence=会商纪要")
                    .ok();
            assertThat(console.run("organization:coordination-task-show " + task.get("id"))
                            .ok()
                            .output())
                    .contains("报结", "evidence=会商纪要", "须由他人办理");
            assertThat(console.run("states:cases organization.task --state submitted")
                            .ok()
                            .output())
                    .contains("已报结");
        }
    }

    private JsonNode task(String title) {
        return rest.send(
                        "POST",
                        "/api/organization/coordination-bodies/" + BODY + "/tasks",
                        Map.of("title", title, "due", "2027-06-30"))
                .expect(201)
                .json();
    }

    private Rest colleague() {
        Accounts accounts = new Accounts(gridloom);
        Login login = accounts.create("states-colleague", "210102", accounts.allPowerfulRole("states-everything"));
        return gridloom.anonymous().as(login.username(), login.password());
    }

    private static Answer act(Rest rest, JsonNode task, String action, Map<String, ?> body) {
        return rest.with("If-Match", "\"" + task.at("/progress/version").asLong() + "\"")
                .send("POST", TASKS + task.get("id") + "/actions/" + action, body);
    }

    private static List<String> actions(JsonNode task) {
        List<String> codes = new ArrayList<>();
        task.at("/progress/actions")
                .forEach(action -> codes.add(action.get("action").asText()));
        return codes;
    }
}
