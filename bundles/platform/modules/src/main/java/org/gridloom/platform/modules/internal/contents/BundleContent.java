package org.gridloom.platform.modules.internal.contents;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Map;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;

/** What lies in a bundle, whether it is installed or only about to be. */
public interface BundleContent {

    /** Main headers of its manifest. */
    Map<String, String> headers();

    /** Paths of the files below a folder, as {@code migrations/0001-teams.xml}; folders below it are left out. */
    List<String> files(String folder);

    /** A file of it; null if there is none. */
    URL file(String path);

    /** Symbolic name without directives. */
    default String name() {
        return headers()
                .getOrDefault(Constants.BUNDLE_SYMBOLICNAME, "")
                .split(";", 2)[0]
                .trim();
    }

    /** @throws Problem {@link Problem.Kind#INVALID} if its manifest has none that can be read */
    default Version version() {
        try {
            return Version.parseVersion(headers().get(Constants.BUNDLE_VERSION));
        } catch (IllegalArgumentException faulty) {
            throw Problem.invalid(
                    "file", Text.of("%s 的版本号有误:应形如 1.2.0", "The version of %s is faulty: it must be as 1.2.0", name()));
        }
    }

    /** Last part of the name: begins paths, tables, permissions, commands. */
    default String capability() {
        return name().substring(name().lastIndexOf('.') + 1);
    }

    /** The bytes of a file; empty if there is none. */
    default byte[] read(String path) throws IOException {
        URL file = file(path);
        if (file == null) {
            return new byte[0];
        }
        // Not cached: the jar may be replaced by another of the same name.
        var connection = file.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }
}
