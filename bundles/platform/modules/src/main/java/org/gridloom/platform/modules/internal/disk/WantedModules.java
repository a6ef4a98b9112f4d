package org.gridloom.platform.modules.internal.disk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridloom.platform.files.DataFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The file {@code modules} of the data folder: one feature a line, with {@code /version} where it is not the
 * distribution's. It is what the next start runs.
 */
@Component(service = WantedModules.class)
public final class WantedModules {

    private static final String FILE = "modules";

    private final DataFolder data;

    @Activate
    public WantedModules(@Reference DataFolder data) {
        this.data = data;
    }

    /** Versions by feature, empty for the distribution's own. */
    public Map<String, Optional<String>> all() {
        Map<String, Optional<String>> all = new LinkedHashMap<>();
        lines().map(WantedModules::plain).filter(line -> !line.isEmpty()).forEach(line -> {
            String[] parts = line.split("/", 2);
            all.put(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
        });
        return all;
    }

    /** The file as it is, to put it back. */
    public List<String> content() {
        return lines().toList();
    }

    public void write(List<String> content) {
        data.write(FILE, (String.join("\n", content) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a feature or changes its version. */
    public void put(String feature, Optional<String> version) {
        String line = feature + version.map(each -> "/" + each).orElse("");
        boolean isThere = all().containsKey(feature);
        Stream<String> changed = lines().map(former -> isOf(feature, former) ? line : former);
        write(
                isThere
                        ? changed.toList()
                        : Stream.concat(changed, Stream.of(line)).toList());
    }

    public void remove(String feature) {
        write(lines().filter(line -> !isOf(feature, line)).toList());
    }

    private Stream<String> lines() {
        try {
            return Files.readAllLines(data.path().resolve(FILE)).stream();
        } catch (NoSuchFileException none) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOf(String feature, String line) {
        return plain(line).split("/", 2)[0].equals(feature);
    }

    /** Without comment. */
    private static String plain(String line) {
        return line.replaceFirst("#.*", "").strip();
    }
}
