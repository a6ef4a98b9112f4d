package org.gridloom.platform.modules.internal.disk;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.karaf.features.Feature;
import org.apache.karaf.features.FeaturesService;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.modules.internal.kar.Kar;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Modules that came as files, each version a folder of {@code store} in the data folder. Karaf finds bundles there, so the
 * folders have their final form at once: they are unpacked elsewhere and moved.
 */
@Component(service = ModuleStore.class)
public final class ModuleStore {

    private static final String STORE = "store";
    private static final String DRAFTS = "store-drafts";
    private static final String RECORD = "module.properties";

    private final DataFolder data;
    private final FeaturesService features;

    @Activate
    public ModuleStore(@Reference DataFolder data, @Reference FeaturesService features) {
        this.data = data;
        this.features = features;
        deleteAll(data.folder(DRAFTS));
    }

    /** All versions of all modules. */
    public List<StoredModule> all() {
        try (Stream<Path> folders = Files.list(data.folder(STORE))) {
            return folders.map(this::read).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<StoredModule> find(String feature, String version) {
        return all().stream()
                .filter(module ->
                        module.feature().equals(feature) && module.version().equals(version))
                .findFirst();
    }

    /**
     * Unpacks a file without putting it into the store.
     *
     * @return close it when done
     * @throws Problem {@link Problem.Kind#INVALID} if it is no module
     */
    public Draft draft(Path file) throws IOException {
        Path folder = Files.createDirectories(
                data.folder(DRAFTS).resolve(UUID.randomUUID().toString()));
        try {
            Path list = Kar.unpack(file, folder);
            Feature feature = ofModule(list);
            return new Draft(new StoredModule(feature.getName(), feature.getVersion(), folder, list, digest(file)));
        } catch (IOException | RuntimeException e) {
            deleteAll(folder);
            throw e;
        }
    }

    /** Puts a draft into the store, in place of the same version if there is one. It is on disk when this returns. */
    public StoredModule keep(Draft draft) throws IOException {
        StoredModule module = draft.module();
        Properties record = new Properties();
        record.setProperty("feature", module.feature());
        record.setProperty("version", module.version());
        record.setProperty(
                "features", module.folder().relativize(module.features()).toString());
        record.setProperty("digest", module.digest());
        try (OutputStream out = Files.newOutputStream(module.folder().resolve(RECORD))) {
            record.store(out, null);
        }
        try (Stream<Path> all = Files.walk(module.folder())) {
            for (Path path : all.toList()) {
                force(path);
            }
        }
        Path target = data.folder(STORE).resolve(module.feature() + "-" + module.version());
        if (Files.exists(target)) {
            Files.move(target, data.folder(DRAFTS).resolve(UUID.randomUUID().toString()));
        }
        Files.move(module.folder(), target, StandardCopyOption.ATOMIC_MOVE);
        force(target.getParent());
        deleteAll(data.folder(DRAFTS));
        return read(target).orElseThrow();
    }

    public void remove(StoredModule module) {
        deleteAll(module.folder());
    }

    /** An unpacked file. What it holds goes when it is closed, unless it was kept. */
    public static final class Draft implements AutoCloseable {

        private final StoredModule module;

        private Draft(StoredModule module) {
            this.module = module;
        }

        public StoredModule module() {
            return module;
        }

        @Override
        public void close() {
            deleteAll(module.folder());
        }
    }

    /** SHA-256 of a file, in hexadecimal digits. */
    public static String digest(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The one that none of the others needs. */
    private Feature ofModule(Path list) {
        List<Feature> all;
        try {
            all = List.of(features.createRepository(list.toUri()).getFeatures());
        } catch (Exception e) {
            throw Problem.invalid(
                    "file",
                    Text.of("功能描述文件无法读取:%s", "Its features file cannot be read: %s", String.valueOf(e.getMessage())));
        }
        List<Feature> heads = all.stream()
                .filter(feature -> all.stream()
                        .flatMap(other -> other.getDependencies().stream())
                        .noneMatch(needed -> needed.getName().equals(feature.getName())))
                .toList();
        if (heads.size() != 1) {
            throw Problem.invalid(
                    "file",
                    Text.of(
                            "应恰有一个功能不被其他功能所需,实有 %d 个:%s",
                            "Must hold one feature that none of its others needs, and has %d: %s",
                            heads.size(),
                            heads.stream().map(Feature::getName).toList()));
        }
        Feature head = heads.get(0);
        if (!head.getName().matches("[A-Za-z0-9._-]+") || !head.getVersion().matches("[A-Za-z0-9._-]+")) {
            throw Problem.invalid(
                    "file",
                    Text.of(
                            "功能名称与版本只能含字母、数字、点、横线与下划线",
                            "Name and version of a feature may hold letters, digits, dots, hyphens and underscores"));
        }
        return head;
    }

    private Optional<StoredModule> read(Path folder) {
        Properties record = new Properties();
        try (InputStream in = Files.newInputStream(folder.resolve(RECORD))) {
            record.load(in);
        } catch (NoSuchFileException | java.nio.file.NotDirectoryException none) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new StoredModule(
                record.getProperty("feature"),
                record.getProperty("version"),
                folder,
                folder.resolve(record.getProperty("features")),
                record.getProperty("digest")));
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void deleteAll(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
