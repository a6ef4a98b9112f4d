package org.gridloom.platform.settings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.settings.internal.domain.SettingsModule;
import org.gridloom.platform.testkit.TestDatabase;
import org.gridloom.platform.testkit.TestFiles;

/** A node of a district: the services over a test database and a data folder, and what reached the container. */
final class District implements Target {

    final Modules modules = new Modules(null);
    final NodeSettings node;
    final Citation citation;
    final SettingsEditing editing;
    final Map<String, Map<String, List<String>>> container = new HashMap<>();
    final List<String> writes = new ArrayList<>();
    private final Path data;

    /** The module runs before settings are, as after a restart. */
    District(TestDatabase db, Path data) {
        this.data = data;
        modules.addCheck(new Gate());
        modules.declare(Gate.declared());
        node = new NodeSettings(
                db.transactions(), db.access(), modules, new InForce(modules, TestFiles.in(data), this));
        node.begin();
        citation = new Citation(db.access(), db.clock());
        editing = new SettingsEditing(db.transactions(), db.access(), modules, node, citation);
    }

    @Override
    public boolean put(SettingsModule module, Map<String, List<String>> values) {
        boolean isNew = !values.equals(container.getOrDefault(module.name(), Map.of()));
        if (isNew) {
            container.put(module.name(), Map.copyOf(values));
            writes.add(module.name());
        }
        return isNew;
    }

    /** What the component sees; null for its default. */
    List<String> held(String key) {
        return container.getOrDefault(Gate.NAME, Map.of()).get(key);
    }

    void file(String text) {
        try {
            Path file = data.resolve(FolderFiles.path(Gate.NAME));
            if (text == null) {
                Files.delete(file);
            } else {
                Files.writeString(file, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        node.step();
    }

    ModuleView set(String key, String... values) {
        return editing.change(Gate.NAME, Map.of(key, List.of(values)), null, null);
    }

    List<String> problems() {
        return node.problems("vendor.gate.bundle").stream()
                .map(problem -> problem.en())
                .toList();
    }

    SettingView view(String key) {
        return editing.module(Gate.NAME).settings().stream()
                .filter(setting -> setting.key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
