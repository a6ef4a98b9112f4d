package org.gridloom.platform.web.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.osgi.framework.Bundle;

/** What was in a bundle's {@code ui/} when it started; kept, so that an update cannot mix old and new. */
public final class UiFolder {

    private static final String ROOT = "ui/";

    private final SortedMap<String, byte[]> contents;
    private final Map<String, String> digests = new HashMap<>();
    private final String digest;

    /** @param contents by path below {@code ui/} */
    UiFolder(SortedMap<String, byte[]> contents) {
        this.contents = contents;
        MessageDigest all = Digests.sha256();
        contents.forEach((path, content) -> {
            digests.put(path, Digests.shortened(Digests.sha256().digest(content)));
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            all.update(ByteBuffer.allocate(Integer.BYTES).putInt(name.length).flip());
            all.update(name);
            all.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).flip());
            all.update(content);
        });
        digest = Digests.shortened(all.digest());
    }

    static UiFolder of(Bundle bundle) {
        SortedMap<String, byte[]> contents = new TreeMap<>();
        collect(bundle, ROOT, contents);
        return new UiFolder(contents);
    }

    private static void collect(Bundle bundle, String folder, Map<String, byte[]> contents) {
        Enumeration<String> paths = bundle.getEntryPaths(folder);
        if (paths == null) {
            return;
        }
        for (String path : Collections.list(paths)) {
            URL entry = bundle.getEntry(path);
            if (path.endsWith("/")) {
                collect(bundle, path, contents);
            } else if (entry != null) {
                contents.put(path.substring(ROOT.length()), read(entry));
            }
        }
    }

    private static byte[] read(URL entry) {
        try (InputStream in = entry.openStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same for the same contents, whichever node or build they come from. */
    public String digest() {
        return digest;
    }

    public Optional<byte[]> content(String path) {
        return Optional.ofNullable(contents.get(path));
    }

    /** Of one file that is there. */
    public String digest(String path) {
        return digests.get(path);
    }

    Map<String, byte[]> contents() {
        return contents;
    }
}
