package org.gridloom.platform.web.internal.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names under which modules find what the platform gives them. */
final class ImportMap {

    private static final Map<String, String> MODULES = modules();

    private ImportMap() {}

    /** @param base where the platform's own files are */
    static String json(String base) {
        return MODULES.entrySet().stream()
                .map(module -> "\"" + module.getKey() + "\":\"" + base + module.getValue() + "\"")
                .collect(Collectors.joining(",", "{\"imports\":{", "}}"));
    }

    private static Map<String, String> modules() {
        Map<String, String> modules = new LinkedHashMap<>();
        modules.put("lit", "lib/lit/index.js");
        modules.put("lit/", "lib/lit/");
        modules.put("@lit/task", "lib/lit-task.js");
        modules.put("@gridloom/ui", "kit/index.js");
        modules.put("echarts", "lib/echarts.js");
        modules.put("leaflet", "lib/leaflet.js");
        return modules;
    }
}
