package org.gridloom.platform.modules.internal.disk;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridloom.platform.files.TemporaryFiles;

/**
 * Files of bundles by their addresses. Those of the distribution and of the store are read where they lie: Karaf's resolver
 * keeps something of every question for ever. Of what lies elsewhere there is a copy until this is closed.
 */
public final class BundleFiles implements AutoCloseable {

    private final List<MavenFolder> folders;
    private final TemporaryFiles temporary;
    private final List<Path> copies = new ArrayList<>();

    public BundleFiles(List<Path> folders, TemporaryFiles temporary) {
        this.folders = folders.stream().map(MavenFolder::new).toList();
        this.temporary = temporary;
    }

    /** @throws IOException if it is not there */
    public Path of(String location) throws IOException {
        Optional<Path> here = folders.stream()
                .flatMap(folder -> folder.file(location).stream())
                .findFirst();
        return here.isPresent() ? here.get() : copy(location);
    }

    private Path copy(String location) throws IOException {
        Path copy = temporary.create("bundle");
        copies.add(copy);
        try (InputStream in = URI.create(location).toURL().openStream()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    @Override
    public void close() throws IOException {
        for (Path copy : copies) {
            Files.deleteIfExists(copy);
        }
    }
}
