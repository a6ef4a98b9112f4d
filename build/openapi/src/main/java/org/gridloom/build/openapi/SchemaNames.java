package org.gridloom.build.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/** Gives schemas names that cannot clash when documents are put together: {@code organization.Unit}. */
final class SchemaNames {

    private static final String REFERENCE = "$ref";
    private static final String SCHEMAS = "#/components/schemas/";

    private SchemaNames() {}

    static ObjectNode prefixed(String capability, ObjectNode document) {
        String prefix = capability + ".";
        rewrite(document, prefix);
        ObjectNode schemas = document.withObject("/components/schemas");
        ObjectNode renamed = schemas.objectNode();
        schemas.fields().forEachRemaining(schema -> renamed.set(name(prefix, schema.getKey()), schema.getValue()));
        document.withObject("/components").set("schemas", renamed);
        return document;
    }

    private static void rewrite(JsonNode node, String prefix) {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                String text = field.getValue().asText();
                if (field.getKey().equals(REFERENCE) && text.startsWith(SCHEMAS)) {
                    field.setValue(TextNode.valueOf(SCHEMAS + name(prefix, text.substring(SCHEMAS.length()))));
                }
            }
        }
        node.forEach(child -> rewrite(child, prefix));
    }

    private static String name(String prefix, String schema) {
        return schema.equals(Problems.SCHEMA) ? schema : prefix + schema;
    }
}
