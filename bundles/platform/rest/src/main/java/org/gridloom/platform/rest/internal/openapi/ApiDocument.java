package org.gridloom.platform.rest.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One bundle's OpenAPI document, and the paths in it. */
final class ApiDocument {

    static final ApiDocument EMPTY = new ApiDocument(JsonNodeFactory.instance.objectNode());

    private static final Pattern MATRIX = Pattern.compile(";[^/]*");

    private final ObjectNode json;
    private final Set<String> segments = new TreeSet<>();
    private final List<Pattern> paths = new ArrayList<>();

    ApiDocument(ObjectNode json) {
        this.json = json;
        json.path("paths").fieldNames().forEachRemaining(path -> {
            segments.add(path.split("/")[1]);
            paths.add(pattern(path));
        });
    }

    ObjectNode json() {
        return json;
    }

    Set<String> segments() {
        return segments;
    }

    /** @param path with or without a slash before it; matrix parameters, which no path here has, are none of it */
    boolean declares(String path) {
        String plain = MATRIX.matcher(path).replaceAll("");
        String absolute = plain.startsWith("/") ? plain : "/" + plain;
        return paths.stream().anyMatch(pattern -> pattern.matcher(absolute).matches());
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Stream.of(path.split("/"))
                .map(part -> part.startsWith("{") ? "[^/]+" : Pattern.quote(part))
                .collect(Collectors.joining("/", "", "/?")));
    }
}
