package org.gridloom.platform.modules.internal.disk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.gridloom.platform.files.DataFolder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Small files of the data folder that must survive a crash: the change under way, versions before, what deploy/ brought. */
@Component(service = Notes.class)
public final class Notes {

    private static final String CHANGE = "module-notes/change";
    private static final String PREVIOUS = "module-notes/previous";
    private static final String DEPLOYED = "module-notes/deployed";

    private final DataFolder data;

    @Activate
    public Notes(@Reference DataFolder data) {
        this.data = data;
    }

    /** The change that had begun and was not finished. */
    public Optional<Map<String, String>> change() {
        return Optional.of(read(CHANGE)).filter(change -> !change.isEmpty());
    }

    public void begin(Map<String, String> change) {
        write(CHANGE, change);
    }

    public void end() {
        write(CHANGE, Map.of());
    }

    /** By feature the version that ran before; empty text for the distribution's. */
    public synchronized Optional<String> previous(String feature) {
        return Optional.ofNullable(read(PREVIOUS).get(feature));
    }

    public synchronized void previous(String feature, String version) {
        put(PREVIOUS, feature, version);
    }

    /** By name of a file in deploy/ what became of it. */
    public Map<String, String> deployed() {
        return read(DEPLOYED);
    }

    public synchronized void deployed(String file, String outcome) {
        put(DEPLOYED, file, outcome);
    }

    /** Null takes the entry away. */
    private void put(String file, String key, String value) {
        Map<String, String> all = read(file);
        if (value == null) {
            all.remove(key);
        } else {
            all.put(key, value);
        }
        write(file, all);
    }

    private Map<String, String> read(String file) {
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(data.path().resolve(file))) {
            properties.load(in);
        } catch (NoSuchFileException none) {
            return new TreeMap<>();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> all = new TreeMap<>();
        properties.stringPropertyNames().forEach(name -> all.put(name, properties.getProperty(name)));
        return all;
    }

    private void write(String file, Map<String, String> values) {
        Properties properties = new Properties();
        properties.putAll(values);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            properties.store(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        data.write(file, out.toByteArray());
    }
}
