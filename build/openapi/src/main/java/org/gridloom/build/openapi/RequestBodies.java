package org.gridloom.build.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Collection;
import java.util.List;

/** Looks into the schemas of request bodies. */
record RequestBodies(OpenAPI api) {

    private static final String SCHEMAS = "#/components/schemas/";

    Collection<MediaType> of(Operation operation) {
        return operation.getRequestBody() == null || operation.getRequestBody().getContent() == null
                ? List.of()
                : operation.getRequestBody().getContent().values();
    }

    /** Whether the body has the field, as in {@code members[].unit}. */
    boolean has(Operation operation, String path) {
        return of(operation).stream().anyMatch(body -> find(body.getSchema(), path) != null);
    }

    private Schema<?> find(Schema<?> schema, String path) {
        Schema<?> current = resolve(schema);
        for (String step : path.split("\\.")) {
            boolean isList = step.endsWith("[]");
            String name = isList ? step.substring(0, step.length() - 2) : step;
            if (!name.isEmpty()) {
                current = current == null || current.getProperties() == null
                        ? null
                        : resolve(current.getProperties().get(name));
            }
            if (isList) {
                current = current == null ? null : resolve(current.getItems());
            }
        }
        return current;
    }

    Schema<?> resolve(Schema<?> schema) {
        Schema<?> current = schema;
        while (current != null && current.get$ref() != null) {
            current = api.getComponents().getSchemas().get(current.get$ref().substring(SCHEMAS.length()));
        }
        return current;
    }
}
