package org.gridloom.itests.district;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.itests.harness.Operation;
import org.gridloom.itests.harness.Rest;
import org.gridloom.itests.harness.Rest.Answer;

/**
 * Records that belong to a foreign unit, one for each collection of the API: one that the foreign account sees in the
 * list and ours does not, or else one that the foreign account creates from the document's example.
 */
final class ForeignRecords {

    private static final int INVALID = 422;
    private static final String ATTACHMENTS = "/attachments";

    private final List<Operation> operations;
    private final Rest owner;
    private final Rest foreigner;
    private final String foreignUnit;
    private final Map<String, String> found = new HashMap<>();

    ForeignRecords(List<Operation> operations, Rest owner, Rest foreigner, String foreignUnit) {
        this.operations = operations;
        this.owner = owner;
        this.foreigner = foreigner;
        this.foreignUnit = foreignUnit;
        operations.stream()
                .filter(operation -> !operation.anonymous() && "record".equals(operation.scopedBy()))
                .sorted(Comparator.comparing(operation -> operation.path().startsWith(ATTACHMENTS)))
                .forEach(this::of);
    }

    /** Id of the foreign record of a collection. */
    String in(String collection) {
        return found.get(collection);
    }

    /** Id of a foreign record for the path parameter by which the operation is judged. */
    String of(Operation operation) {
        String parameter = operation.scopeName();
        String collection = operation.path().substring(0, operation.path().indexOf("/{" + parameter + "}"));
        return found.computeIfAbsent(collection, path -> find(path, parameter));
    }

    private String find(String collection, String parameter) {
        if (collection.startsWith(ATTACHMENTS)) {
            String task = found.get("/organization/coordination-tasks");
            return collection.equals(ATTACHMENTS) ? attached(task) : task;
        }
        Operation list = listOf(collection);
        Map<String, String> parents = new HashMap<>();
        if ("record".equals(list.scopedBy())) {
            parents.put(list.scopeName(), of(list));
        }
        return foreign(list, parents, parameter)
                .or(() -> {
                    create(list.path(), parents);
                    return foreign(list, parents, parameter);
                })
                .orElseThrow(() -> new AssertionError("No record of " + foreignUnit + " in " + list.path()));
    }

    /** Files belong to records of capabilities: what is attached to a foreign task is foreign. */
    private String attached(String task) {
        String upload = foreigner
                .with("Content-Type", "application/octet-stream")
                .post("/api" + ATTACHMENTS + "?name=x.txt", "x")
                .ok()
                .json()
                .get("id")
                .asText();
        return foreigner
                .post(
                        "/api" + ATTACHMENTS + "/records/organization.coordination-task/" + task,
                        Map.of("upload", upload))
                .ok()
                .json()
                .get("id")
                .asText();
    }

    /** The list at the collection's own path, or, for {@code bodies-tasks}, the one at {@code bodies/{id}/tasks}. */
    private Operation listOf(String collection) {
        String noun = collection.substring(collection.lastIndexOf('/') + 1);
        String lastWord = noun.substring(noun.lastIndexOf('-') + 1);
        return operation("GET", collection)
                .or(() -> operations.stream()
                        .filter(each -> each.isRead() && each.path().endsWith("}/" + lastWord))
                        .findFirst())
                .orElseThrow(() -> new AssertionError("Nothing lists " + collection));
    }

    private Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst();
    }

    private Optional<String> foreign(Operation list, Map<String, String> parents, String parameter) {
        List<String> ours = new ArrayList<>(ids(list.call(), parents, owner, parameter));
        return ids(list.call(), parents, foreigner, parameter).stream()
                .filter(id -> !ours.contains(id))
                .findFirst();
    }

    private static List<String> ids(Operation.Call call, Map<String, String> parents, Rest rest, String parameter) {
        parents.forEach(call::path);
        Answer answer = call.as(rest);
        List<String> ids = new ArrayList<>();
        if (answer.status() == 200) {
            JsonNode items =
                    answer.json().isArray() ? answer.json() : answer.json().path("items");
            items.forEach(item -> ids.add(
                    item.path(item.hasNonNull(parameter) ? parameter : "id").asText()));
        }
        return ids;
    }

    private void create(String path, Map<String, String> parents) {
        Operation creation = operation("POST", path)
                .orElseThrow(() -> new AssertionError("No record of " + foreignUnit + " in " + path));
        Operation.Call call = creation.call();
        parents.forEach(call::path);
        if ("body".equals(creation.scopedBy())) {
            call.body(creation.scopeName(), foreignUnit);
        }
        Answer answer = call.as(foreigner);
        if (answer.status() == INVALID) {
            // Examples refer to records that only the reader has.
            answer.json()
                    .get("violations")
                    .forEach(violation -> call.without(violation.get("field").asText()));
            answer = call.as(foreigner);
        }
        answer.ok();
    }
}
