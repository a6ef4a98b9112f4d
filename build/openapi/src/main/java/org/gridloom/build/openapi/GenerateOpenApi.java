package org.gridloom.build.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.jaxrs2.Reader;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtensions;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes the OpenAPI document of a bundle from its compiled resource classes, and fails the build where an operation
 * does not say who may call it, or on which unit.
 */
public final class GenerateOpenApi {

    private GenerateOpenApi() {}

    /** Arguments: folder with the bundle's classes, the bundle's symbolic name, file to write. */
    public static void main(String[] arguments) throws IOException {
        Path classes = Path.of(arguments[0]);
        Path target = Path.of(arguments[2]);
        Set<Class<?>> resources = ResourceClasses.in(classes);
        if (resources.isEmpty()) {
            Files.deleteIfExists(target);
            return;
        }
        String name = arguments[1];
        ObjectNode document = document(name.substring(name.lastIndexOf('.') + 1), resources);
        Files.createDirectories(target.getParent());
        Json.mapper().writerWithDefaultPrettyPrinter().writeValue(target.toFile(), document);
    }

    /**
     * The document of the resources.
     *
     * @throws IllegalStateException naming everything that is wrong with them
     */
    static ObjectNode document(String capability, Set<Class<?>> resources) {
        Schemas.install();
        Operations operations = new Operations();
        OpenAPIExtensions.setExtensions(List.of(operations, new io.swagger.v3.jaxrs2.DefaultParameterExtension()));
        OpenAPI api = new Reader(new OpenAPI()).read(resources);

        List<String> faults = new ArrayList<>();
        operations.forEach(api, (path, operation) -> {
            operation.describe(capability, path);
            operation.restrict(faults);
            operation.offerReason();
            operation.addProblems(api);
        });
        Examples.addTo(api, faults);
        operations.findDuplicates(api, faults);
        if (!faults.isEmpty()) {
            throw new IllegalStateException("OpenAPI of " + capability + ":\n  " + String.join("\n  ", faults));
        }
        ObjectNode document = Json.mapper().valueToTree(api);
        return Strictness.applied(SchemaNames.prefixed(capability, document));
    }
}
