package org.gridloom.build.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;

/** Puts together a whole body from the examples of its fields, so that tests can send one to every operation. */
final class Examples {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String TEXT = "string";
    private static final int DEEPEST = 12;

    private final RequestBodies bodies;
    private final List<String> faults;

    private Examples(RequestBodies bodies, List<String> faults) {
        this.bodies = bodies;
        this.faults = faults;
    }

    static void addTo(OpenAPI api, List<String> faults) {
        Examples examples = new Examples(new RequestBodies(api), faults);
        for (PathItem item : api.getPaths().values()) {
            item.readOperations().forEach(examples::add);
        }
    }

    private void add(Operation operation) {
        for (MediaType body : bodies.of(operation)) {
            if (body.getExample() == null && body.getSchema() != null && isJson(operation, body)) {
                body.setExample(example(operation.getOperationId(), body.getSchema(), true, 0));
            }
        }
    }

    private static boolean isJson(Operation operation, MediaType body) {
        return operation.getRequestBody().getContent().entrySet().stream()
                .anyMatch(entry -> entry.getValue() == body && entry.getKey().contains("json"));
    }

    /** Null for what has no example and is not required. */
    private JsonNode example(String where, Schema<?> reference, boolean required, int depth) {
        Schema<?> schema = bodies.resolve(reference);
        if (reference.getExample() != null || schema.getExample() != null) {
            return parse(reference.getExample() != null ? reference.getExample() : schema.getExample(), schema);
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return required ? Json.mapper().valueToTree(schema.getEnum().get(0)) : null;
        }
        if (schema.getProperties() != null) {
            return depth > DEEPEST ? null : object(where, schema, required, depth);
        }
        if (schema.getItems() != null) {
            return list(where, schema, required, depth);
        }
        if ("boolean".equals(schema.getType())) {
            return required ? NODES.booleanNode(false) : null;
        }
        if (required) {
            faults.add(where + ": no @Schema(example = …), so no example body can be made");
        }
        return null;
    }

    private JsonNode object(String where, Schema<?> schema, boolean required, int depth) {
        ObjectNode object = NODES.objectNode();
        schema.getProperties().forEach((name, property) -> {
            boolean isRequired = required
                    && schema.getRequired() != null
                    && schema.getRequired().contains(name);
            JsonNode value = example(where + "." + name, property, isRequired, depth + 1);
            if (value != null) {
                object.set(name, value);
            }
        });
        return object.isEmpty() && !required ? null : object;
    }

    private JsonNode list(String where, Schema<?> schema, boolean required, int depth) {
        JsonNode entry = example(where + "[]", schema.getItems(), required, depth + 1);
        return entry == null ? null : NODES.arrayNode().add(entry);
    }

    /** Annotations hold examples as text; swagger has made dates of some. */
    private static JsonNode parse(Object example, Schema<?> schema) {
        if (example instanceof Date day) {
            return NODES.textNode(
                    day.toInstant().atOffset(ZoneOffset.UTC).toLocalDate().toString());
        }
        JsonNode node = example instanceof OffsetDateTime time
                ? NODES.textNode(time.toString())
                : Json.mapper().valueToTree(example);
        if (!node.isTextual() || TEXT.equals(schema.getType())) {
            return node;
        }
        try {
            return Json.mapper().readTree(node.asText());
        } catch (JsonProcessingException e) {
            return node;
        }
    }
}
