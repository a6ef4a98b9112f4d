package org.gridloom.build.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Says in the document what the server does though no annotation says it: unknown fields are refused, what is not
 * required may be null, patterns are for the whole text, numbers end where their type ends, parameters are short. A
 * proxy or a client made from the document can then check what really holds.
 */
final class Strictness {

    /** As the platform's REST server refuses longer ones. */
    private static final int LONGEST_PARAMETER = 2000;

    private static final String NULLABLE = "nullable";
    private static final String TYPE = "type";
    private static final String OBJECT = "object";
    private static final String EXAMPLE = "example";
    private static final String ADDITIONAL = "additionalProperties";

    private Strictness() {}

    static ObjectNode applied(ObjectNode document) {
        document.path("components").path("schemas").forEach(Strictness::schema);
        for (JsonNode path : document.path("paths")) {
            path.forEach(Strictness::operation);
        }
        return document;
    }

    private static void operation(JsonNode operation) {
        operation.path("parameters").forEach(Strictness::parameter);
        if (operation.path("requestBody") instanceof ObjectNode body) {
            body.put("required", true);
            contents(body);
        }
        operation.path("responses").forEach(Strictness::response);
    }

    /** Nothing is answered where no schema says what. */
    private static void response(JsonNode response) {
        contents(response);
        JsonNode content = response.path("content");
        if (!content.isEmpty() && content.valueStream().noneMatch(each -> each.has("schema"))) {
            ((ObjectNode) response).remove("content");
        }
    }

    private static void parameter(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        schema(schema);
        boolean isFree = schema.path(TYPE).asText().equals("string")
                && !schema.has("format")
                && !schema.has("enum")
                && !schema.has("maxLength");
        if (isFree && !parameter.path("in").asText().equals("header")) {
            ((ObjectNode) schema).put("maxLength", LONGEST_PARAMETER);
        }
    }

    private static void contents(JsonNode holder) {
        for (Map.Entry<String, JsonNode> content : holder.path("content").properties()) {
            if (content.getValue().path("schema") instanceof ObjectNode schema) {
                file(content.getKey(), schema);
                schema(schema);
            }
        }
    }

    /** Methods take and give files as streams, and maps as text. */
    private static void file(String mediaType, ObjectNode schema) {
        String type = schema.path(TYPE).asText();
        if (mediaType.endsWith("+json") && type.equals("string")) {
            schema.removeAll().put(TYPE, OBJECT);
        } else if (!mediaType.contains("json") && type.equals(OBJECT) && !schema.has("properties")) {
            schema.put(TYPE, "string").put("format", "binary");
        }
    }

    private static void schema(JsonNode node) {
        if (!(node instanceof ObjectNode schema)) {
            return;
        }
        if (schema.has("pattern")) {
            schema.put("pattern", "^(?:" + schema.get("pattern").asText() + ")$");
        }
        if (schema.path(TYPE).asText().equals("integer")) {
            bound(schema);
        }
        schema(items(schema));
        anything(schema.path(ADDITIONAL));
        schema(schema.path(ADDITIONAL));
        if (schema.path("properties") instanceof ObjectNode properties) {
            properties(schema, properties);
        }
    }

    /** An example that a field has of the whole list is none of an entry's. */
    private static JsonNode items(ObjectNode list) {
        if (list.path("items") instanceof ObjectNode items && list.has(EXAMPLE)) {
            items.remove(EXAMPLE);
        }
        if (list.path(EXAMPLE).isArray() && list.path(TYPE).asText().equals(OBJECT)) {
            list.remove(EXAMPLE);
        }
        return list.path("items");
    }

    /** What is an Object in Java may be any value. */
    private static void anything(JsonNode node) {
        if (node instanceof ObjectNode schema
                && schema.path(TYPE).asText().equals(OBJECT)
                && !schema.has("properties")
                && !schema.has(ADDITIONAL)) {
            schema.remove(TYPE);
        }
    }

    private static void bound(ObjectNode schema) {
        boolean isLong = schema.path("format").asText().equals("int64");
        if (!schema.has("minimum")) {
            schema.put("minimum", isLong ? Long.MIN_VALUE : Integer.MIN_VALUE);
        }
        if (!schema.has("maximum")) {
            schema.put("maximum", isLong ? Long.MAX_VALUE : Integer.MAX_VALUE);
        }
    }

    private static void properties(ObjectNode schema, ObjectNode properties) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> property : properties.properties()) {
            anything(property.getValue());
            schema(property.getValue());
            if (!required.contains(property.getKey())) {
                property.setValue(orNull((ObjectNode) property.getValue()));
            }
        }
        if (!schema.has(ADDITIONAL)) {
            schema.put(ADDITIONAL, false);
        }
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.has("$ref")) {
            ObjectNode either = schema.objectNode();
            ObjectNode none = either.putArray("anyOf").add(schema).addObject();
            none.put(TYPE, OBJECT).put(NULLABLE, true).putArray("enum").addNull();
            return either;
        }
        if (schema.has(TYPE)) {
            schema.put(NULLABLE, true);
            if (schema.path("enum") instanceof ArrayNode values) {
                values.addNull();
            }
        }
        return schema;
    }
}
