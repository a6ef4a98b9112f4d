package org.gridloom.itests.attack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gridloom.itests.attack.RawHttp.Reply;
import org.gridloom.itests.harness.Rest;

/** Whether an answer to a bad request is a good one. */
final class Verdict {

    private static final Pattern INSIDE =
            Pattern.compile("org\\.(gridloom|apache|eclipse|h2|postgresql|glassfish|hibernate)"
                    + "\\.|jakarta\\.|java\\.(lang|util|sql|time|io|net)\\.|com\\.fasterxml|Exception|\\tat |SQLSTATE|jdbc:"
                    + "|Caused by|root:x:0:0");

    private Verdict() {}

    /** What is wrong with the answer. */
    static Optional<String> on(BadRequest request, Reply reply) {
        if (reply.status() >= 500) {
            return Optional.of("the server failed");
        }
        if (reply.header("X-Injected") != null) {
            return Optional.of("a header was injected");
        }
        if (reply.status() >= 400 && tellsOfTheInside(request, reply)) {
            return Optional.of("the answer tells of the inside");
        }
        if (reply.header("Server") != null || reply.header("X-Powered-By") != null) {
            return Optional.of("the answer tells what serves it");
        }
        if (reply.status() < 400) {
            return request.isNeverRight() ? Optional.of("it was accepted") : Optional.empty();
        }
        if (reply.header("X-Content-Type-Options") == null) {
            return Optional.of("no security headers");
        }
        // What is not HTTP never comes as far as the platform: the HTTP server refuses it in few words.
        boolean cameThrough = reply.header("X-Request-Id") != null;
        return cameThrough && !reply.body().isEmpty() ? problem(reply) : Optional.empty();
    }

    /** By what the request did not say itself: a refusal may name the value that it refuses. */
    private static boolean tellsOfTheInside(BadRequest request, Reply reply) {
        String said = new String(request.bytes(), StandardCharsets.UTF_8);
        return INSIDE.matcher(reply.body()).results().anyMatch(match -> !said.contains(match.group()));
    }

    private static Optional<String> problem(Reply reply) {
        if (!"application/problem+json".equals(reply.header("Content-Type"))) {
            return Optional.of("the refusal is no problem+json");
        }
        try {
            JsonNode problem = Rest.JSON.readTree(reply.body());
            if (problem.path("status").asInt() != reply.status()
                    || problem.path("type").asText().isBlank()
                    || problem.path("title").asText().isBlank()) {
                return Optional.of("the problem lacks something");
            }
            if (reply.status() == 422) {
                return violations(problem);
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of("the problem is not JSON");
        }
    }

    private static Optional<String> violations(JsonNode problem) {
        for (JsonNode violation : problem.path("violations")) {
            if (violation.path("message").asText().isBlank()) {
                return Optional.of("a violation says nothing");
            }
        }
        return problem.path("violations").isEmpty() ? Optional.of("422 without violations") : Optional.empty();
    }
}
