package org.gridloom.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts documents of bundles together. Names of paths and schemas begin with the capability's, so none can clash. */
final class MergedDocument {

    private MergedDocument() {}

    static ObjectNode of(List<ObjectNode> documents) {
        ObjectNode merged = JsonNodeFactory.instance.objectNode().put("openapi", "3.0.1");
        merged.putObject("info")
                .put("title", "Gridloom 织格")
                .put("version", "1")
                .put("description", "All modules of this container. / 本容器的全部模块。")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        // x-internal: for the district's own network.
        merged.putArray("servers").addObject().put("url", "/api").put("x-internal", true);
        ObjectNode paths = merged.putObject("paths");
        ObjectNode components = merged.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        putSecuritySchemes(components.putObject("securitySchemes"));
        for (ObjectNode document : documents) {
            putAll(paths, document.path("paths"));
            putAll(schemas, document.path("components").path("schemas"));
        }
        putTags(merged.putArray("tags"), paths);
        return merged;
    }

    /** Those that the operations bear: the first words of their paths. */
    private static void putTags(ArrayNode tags, ObjectNode paths) {
        Set<String> names = new TreeSet<>();
        paths.findValues("tags").forEach(list -> list.forEach(tag -> names.add(tag.asText())));
        names.forEach(name ->
                tags.addObject().put("name", name).put("description", "Everything below /" + name + " / 该地址下的操作"));
    }

    private static void putAll(ObjectNode all, JsonNode some) {
        some.fields().forEachRemaining(field -> all.set(field.getKey(), field.getValue()));
    }

    private static void putSecuritySchemes(ObjectNode schemes) {
        schemes.putObject("session")
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "GRIDLOOM_SESSION")
                .put("description", "On TLS its name is __Host-GRIDLOOM_SESSION / 经 TLS 时名为 __Host-GRIDLOOM_SESSION");
        schemes.putObject("token").put("type", "http").put("scheme", "bearer");
        schemes.putObject("password").put("type", "http").put("scheme", "basic");
    }
}
