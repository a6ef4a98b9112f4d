package org.gridloom.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gridloom.itests.harness.Rest.Answer;

/**
 * Records that are there, so that a call of the OpenAPI document's meets one: the first of the collection that the path
 * names, as its list shows it.
 */
public final class KnownRecords {

    /** By which an item of a list is called in a path, besides by the parameter's own name. */
    private static final List<String> NAMES = List.of("id", "code", "name", "key", "set");

    private final List<Operation> operations;
    private final Rest reader;
    private final Map<String, Optional<String>> found = new HashMap<>();
    private final Map<String, Optional<String>> tags = new HashMap<>();

    public KnownRecords(List<Operation> operations, Rest reader) {
        this.operations = operations;
        this.reader = reader;
    }

    /** A call with the document's examples on records that are there, as far as any are. */
    public Operation.Call call(Operation operation) {
        Operation.Call call = operation.call();
        of(operation).forEach(call::path);
        return call;
    }

    /** The values of the path's parameters, for those that are known. */
    public Map<String, String> of(Operation operation) {
        Map<String, String> values = new HashMap<>();
        for (JsonNode parameter : operation.definition().path("parameters")) {
            String name = parameter.get("name").asText();
            if (parameter.get("in").asText().equals("path")) {
                value(operation.path(), name, values).ifPresent(value -> values.put(name, value));
            }
        }
        return values;
    }

    /** The version of the record that the operation changes, as a GET of the same path gives it. */
    public Optional<String> tag(Operation operation) {
        return tags.computeIfAbsent(
                operation.path(),
                path -> operation("GET", path)
                        .or(() -> operation("GET", path.substring(0, path.lastIndexOf('/'))))
                        .map(read -> call(read).as(reader).header("ETag")));
    }

    private Optional<String> value(String path, String parameter, Map<String, String> known) {
        String collection = path.substring(0, path.indexOf("/{" + parameter + "}"));
        String key = collection + "/{" + parameter + "}";
        Optional<String> value = found.get(key);
        if (value == null) {
            value = listOf(collection).flatMap(list -> first(list, parameter, known));
            found.put(key, value);
        }
        return value;
    }

    private Optional<Operation> listOf(String collection) {
        String noun = collection.substring(collection.lastIndexOf('/') + 1);
        String lastWord = noun.substring(noun.lastIndexOf('-') + 1);
        return operation("GET", collection)
                .or(() -> operations.stream()
                        .filter(each -> each.isRead() && each.path().endsWith("}/" + lastWord))
                        .findFirst());
    }

    private Optional<Operation> operation(String method, String path) {
        return operations.stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst();
    }

    private Optional<String> first(Operation list, String parameter, Map<String, String> known) {
        Operation.Call call = call(list);
        known.forEach(call::path);
        Answer answer = call.as(reader);
        if (answer.status() != 200) {
            return Optional.empty();
        }
        JsonNode items = answer.json().isArray() ? answer.json() : answer.json().path("items");
        JsonNode item = items.path(0);
        return java.util.stream.Stream.concat(java.util.stream.Stream.of(parameter), NAMES.stream())
                .filter(item::hasNonNull)
                .map(name -> item.get(name).asText())
                .findFirst();
    }
}
