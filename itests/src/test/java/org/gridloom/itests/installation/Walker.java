package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.gridloom.itests.harness.Rest;

/** A client that takes one task from state to state, and knows which steps were acknowledged. */
final class Walker implements Runnable {

    private static final int CREATED = 201;
    private static final int OK = 200;

    private final Nodes nodes;
    private final AtomicBoolean over;
    private final List<String> steps = new ArrayList<>(List.of("open"));
    private JsonNode task;

    Walker(Nodes nodes, AtomicBoolean over) {
        this.nodes = nodes;
        this.over = over;
    }

    @Override
    public void run() {
        task = nodes.post(
                        "/api/organization/coordination-bodies/XT/tasks",
                        Map.of(),
                        Map.of("title", "楼道照明", "due", "2099-06-30"),
                        CREATED)
                .json();
        step("assign");
        step("begin");
        while (!over.get()) {
            step("suspend");
            step("resume");
        }
    }

    private void step(String action) {
        String version = "\"" + task.at("/progress/version").asLong() + "\"";
        task = nodes.post(address() + "/actions/" + action, Map.of("If-Match", version), Map.of("reason", "待勘察"), OK)
                .json();
        steps.add(action);
    }

    private String address() {
        return "/api/organization/coordination-tasks/" + task.get("id").asText();
    }

    void assertEachStepOnce(Rest rest) {
        assertThat(steps).hasSizeGreaterThan(2);
        assertThat(rest.get(address() + "/timeline").ok().json())
                .extracting(step -> step.get("action").asText())
                .containsExactlyElementsOf(steps);
    }
}
