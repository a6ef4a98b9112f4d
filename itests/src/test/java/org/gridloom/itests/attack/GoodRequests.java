package org.gridloom.itests.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.gridloom.itests.harness.KnownRecords;
import org.gridloom.itests.harness.Operation;

/** The request that is then spoilt: on a record that is there, in its version, with the document's example body. */
final class GoodRequests {

    private final KnownRecords records;
    private final String token;
    private final String sessionsToken;

    /**
     * @param token of a session that may do everything, so that requests come as far as they can
     * @param sessionsToken of another one, which the operations on the session itself may end
     */
    GoodRequests(KnownRecords records, String token, String sessionsToken) {
        this.records = records;
        this.token = token;
        this.sessionsToken = sessionsToken;
    }

    BadRequest of(Operation operation) {
        return of(operation, Map.of());
    }

    /** With other values in the path. */
    BadRequest of(Operation operation, Map<String, String> others) {
        Map<String, String> values = new HashMap<>(records.of(operation));
        values.putAll(others);
        BadRequest request = new BadRequest(operation, "/api" + filled(operation.path(), values));
        request.header("Authorization", "Bearer " + (operation.path().startsWith("/session") ? sessionsToken : token));
        if (!operation.isRead()) {
            records.tag(operation).ifPresent(tag -> request.header("If-Match", tag));
        }
        contentType(operation).ifPresent(type -> {
            request.header("Content-Type", type);
            JsonNode example = example(operation, type);
            request.body(example.isTextual() ? example.asText() : example.toString());
        });
        return request;
    }

    static java.util.Optional<String> contentType(Operation operation) {
        Iterator<String> types =
                operation.definition().path("requestBody").path("content").fieldNames();
        return types.hasNext() ? java.util.Optional.of(types.next()) : java.util.Optional.empty();
    }

    static boolean takesJson(Operation operation) {
        return contentType(operation).filter(type -> type.contains("json")).isPresent();
    }

    static JsonNode example(Operation operation, String type) {
        JsonNode content =
                operation.definition().path("requestBody").path("content").path(type);
        JsonNode example = content.path("example");
        return example.isMissingNode()
                ? com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode()
                : example.deepCopy();
    }

    private static String filled(String path, Map<String, String> values) {
        String filled = path;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        }
        return filled.replaceAll("\\{[^}]*}", "1");
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
