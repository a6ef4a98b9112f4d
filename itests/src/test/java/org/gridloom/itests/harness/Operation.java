package org.gridloom.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridloom.itests.harness.Rest.Answer;

/**
 * An operation of the OpenAPI document, callable with its own examples.
 *
 * @param path with parameters in braces, below {@code /api}
 * @param permission {@code x-permission}; null where the document names none
 * @param scope {@code x-unit-scope}; null where the document names none
 * @param anonymous whether it says that nobody need sign in
 * @param definition all of it
 */
public record Operation(
        String method, String path, String permission, String scope, boolean anonymous, JsonNode definition) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    /** Everything that the container offers just now. */
    public static List<Operation> all(Rest rest) {
        List<Operation> operations = new ArrayList<>();
        JsonNode paths = rest.get("/api/openapi.json").ok().json().get("paths");
        paths.fields()
                .forEachRemaining(path -> path.getValue().fields().forEachRemaining(method -> {
                    if (METHODS.contains(method.getKey())) {
                        operations.add(of(method.getKey(), path.getKey(), method.getValue()));
                    }
                }));
        return operations;
    }

    private static Operation of(String method, String path, JsonNode definition) {
        JsonNode security = definition.path("security");
        return new Operation(
                method.toUpperCase(java.util.Locale.ROOT),
                path,
                definition.path("x-permission").textValue(),
                definition.path("x-unit-scope").textValue(),
                security.isArray() && security.isEmpty(),
                definition);
    }

    /** {@code path}, {@code query}, {@code body}, {@code record}, {@code result} or {@code district}. */
    public String scopedBy() {
        return scope == null ? "" : scope.split(":")[0];
    }

    /** Name of the parameter, or path of the field, that names the unit. */
    public String scopeName() {
        return scope != null && scope.contains(":") ? scope.substring(scope.indexOf(':') + 1) : "";
    }

    public boolean isRead() {
        return method.equals("GET");
    }

    /** A call with the document's examples. */
    public Call call() {
        return new Call(this);
    }

    @Override
    public String toString() {
        return method + " " + path + " [" + permission + ", " + scope + "]";
    }

    /** A call in the making. */
    public static final class Call {

        private final Operation operation;
        private final Map<String, String> inPath = new HashMap<>();
        private final Map<String, String> inQuery = new HashMap<>();
        private final JsonNode body;
        private final String contentType;
        private String version = "\"0\"";

        private Call(Operation operation) {
            this.operation = operation;
            for (JsonNode parameter : operation.definition.path("parameters")) {
                String name = parameter.get("name").asText();
                if (parameter.get("in").asText().equals("path")) {
                    inPath.put(name, example(parameter));
                } else if (parameter.get("in").asText().equals("query")
                        && parameter.path("required").asBoolean()) {
                    inQuery.put(name, example(parameter));
                }
            }
            var contents =
                    operation.definition.path("requestBody").path("content").fields();
            if (contents.hasNext()) {
                var content = contents.next();
                contentType = content.getKey();
                JsonNode example = content.getValue().path("example");
                body = example.isMissingNode() ? Rest.JSON.createObjectNode() : example.deepCopy();
            } else {
                contentType = null;
                body = null;
            }
        }

        public Call path(String name, String value) {
            inPath.put(name, value);
            return this;
        }

        public Call query(String name, String value) {
            inQuery.put(name, value);
            return this;
        }

        /** Changes the record only in this version of it, as its ETag gives it. */
        public Call version(String tag) {
            version = tag;
            return this;
        }

        /** Puts a value into a field of the body; {@code members[].unit} puts it into each member's. */
        public Call body(String field, String value) {
            put(List.of(body), field, value);
            return this;
        }

        /** Leaves a field of the body out. */
        public Call without(String field) {
            ((ObjectNode) body).remove(field);
            return this;
        }

        public Answer as(Rest rest) {
            Rest caller = operation.isRead() ? rest : rest.with("If-Match", version);
            Object content = body;
            if (contentType != null && !contentType.equals("application/json")) {
                caller = caller.with("Content-Type", contentType);
                content = body.isTextual() ? body.asText() : body.toString();
            }
            return caller.send(operation.method, "/api" + address(), content);
        }

        private String address() {
            String address = operation.path;
            for (var parameter : inPath.entrySet()) {
                address = address.replace("{" + parameter.getKey() + "}", encode(parameter.getValue()));
            }
            String separator = "?";
            for (var parameter : inQuery.entrySet()) {
                address += separator + encode(parameter.getKey()) + "=" + encode(parameter.getValue());
                separator = "&";
            }
            return address;
        }

        private static void put(Iterable<JsonNode> nodes, String field, String value) {
            int dot = field.indexOf('.');
            String name = dot < 0 ? field : field.substring(0, dot);
            boolean list = name.endsWith("[]");
            String plain = list ? name.substring(0, name.length() - 2) : name;
            for (JsonNode node : nodes) {
                if (dot >= 0) {
                    put(list ? node.path(plain) : List.of(node.path(plain)), field.substring(dot + 1), value);
                } else if (list) {
                    ((ObjectNode) node).putArray(plain).add(value);
                } else {
                    ((ObjectNode) node).put(plain, value);
                }
            }
        }

        private static String example(JsonNode parameter) {
            JsonNode schema = parameter.path("schema");
            JsonNode example = parameter.hasNonNull("example") ? parameter.get("example") : schema.path("example");
            if (!example.isMissingNode() && !example.isNull()) {
                return example.asText();
            }
            if (schema.path("enum").size() > 0) {
                return schema.get("enum").get(0).asText();
            }
            return switch (schema.path("type").asText() + "/"
                    + schema.path("format").asText()) {
                case "integer/int32", "integer/int64", "integer/" -> "1";
                case "boolean/" -> "false";
                case "string/date" -> "2026-06-01";
                default -> "x";
            };
        }

        private static String encode(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
