package org.gridloom.itests.harness;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * A vendor's bundle that brings nothing but one page.
 *
 * @param name last segment of its symbolic name
 * @param title what the menu calls it
 */
public record PageBundle(String name, String title) {

    /** The jar, with the module's source as it is. */
    public Path jar(Path directory, String module) {
        Map<String, String> files = new TreeMap<>();
        files.put("ui/ui.json", """
                {"pages": [{"path": "", "tag": "%1$s-page", "module": "page.js", "label": "title",
                "group": "overview", "icon": "chart", "order": 90}]}""".formatted(name));
        files.put("ui/page.js", module);
        files.put("ui/i18n/zh-CN.json", "{\"title\": \"%s\"}".formatted(title));
        files.put("ui/i18n/en.json", "{\"title\": \"%s\"}".formatted(title));
        Map<String, byte[]> contents = new TreeMap<>();
        files.forEach((path, text) -> contents.put(path, text.getBytes(StandardCharsets.UTF_8)));
        return new BundleJar(name, Map.of(), contents).in(directory);
    }
}
