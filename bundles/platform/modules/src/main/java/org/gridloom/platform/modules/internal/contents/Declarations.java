package org.gridloom.platform.modules.internal.contents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URL;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads from a bundle's files which names it claims; no class of it is loaded. */
public final class Declarations {

    public static final String MIGRATIONS = "migrations";

    private static final String API = "OSGI-INF/openapi.json";
    private static final String PERMISSION = "x-permission";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Declarations() {}

    /** @throws IOException if a file of it cannot be read; the message names it */
    public static Declared of(BundleContent content) throws IOException {
        JsonNode api = JSON.readTree(content.read(API));
        ChangedTables tables = ChangedTables.of(content);
        return new Declared(
                paths(api), permissions(content, api), tables.made(), tables.changed(), ClassNames.commands(content));
    }

    /** Its change logs by path. */
    public static SortedMap<String, URL> migrations(BundleContent content) {
        SortedMap<String, URL> migrations = new TreeMap<>();
        content.files(MIGRATIONS).stream()
                .filter(path -> path.endsWith(".xml"))
                .forEach(path -> migrations.put(path, content.file(path)));
        return migrations;
    }

    private static Set<String> paths(JsonNode api) {
        Set<String> paths = new TreeSet<>();
        api.path("paths")
                .fieldNames()
                .forEachRemaining(path -> paths.add(path.replaceFirst("^/", "").split("/", 2)[0]));
        return paths;
    }

    /** Those that it declares, whatever they begin with; and what its operations ask for under its own name. */
    private static Set<String> permissions(BundleContent content, JsonNode api) throws IOException {
        Set<String> permissions = new TreeSet<>(ClassNames.permissions(content));
        String own = content.capability() + ".";
        api.path("paths").findValuesAsText(PERMISSION).stream()
                .filter(permission -> permission.startsWith(own))
                .forEach(permissions::add);
        return permissions;
    }
}
