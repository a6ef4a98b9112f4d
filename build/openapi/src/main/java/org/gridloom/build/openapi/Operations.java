package org.gridloom.build.openapi;

import io.swagger.v3.jaxrs2.ext.AbstractOpenAPIExtension;
import io.swagger.v3.jaxrs2.ext.OpenAPIExtension;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/** Remembers which method each operation was read from. */
final class Operations extends AbstractOpenAPIExtension {

    private final Map<Operation, Method> methods = new IdentityHashMap<>();

    @Override
    public void decorateOperation(Operation operation, Method method, Iterator<OpenAPIExtension> chain) {
        methods.put(operation, method);
        super.decorateOperation(operation, method, chain);
    }

    void forEach(OpenAPI api, BiConsumer<String, DescribedOperation> work) {
        if (api.getPaths() == null) {
            return;
        }
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap()
                        .forEach((verb, operation) -> work.accept(
                                path,
                                new DescribedOperation(verb + " " + path, operation, methods.get(operation), api))));
    }

    /** Two methods must not answer the same request, nor two operations share a name. */
    void findDuplicates(OpenAPI api, List<String> faults) {
        Set<String> ids = new HashSet<>();
        Set<String> requests = new HashSet<>();
        Set<Method> served = new HashSet<>();
        forEach(api, (path, described) -> {
            served.add(described.method());
            if (!ids.add(described.operation().getOperationId())) {
                faults.add(described.name() + ": a second operation is called "
                        + described.operation().getOperationId());
            }
            if (!requests.add(described.name().replaceAll("\\{[^}]*}", "{}"))) {
                faults.add(described.name() + ": a second path that only names its parameters otherwise");
            }
        });
        methods.values().stream()
                .filter(method -> !served.contains(method))
                .forEach(method -> faults.add(method + " answers a request that another method answers too"));
    }
}
