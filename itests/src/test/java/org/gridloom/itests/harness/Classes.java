package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Compiled classes of the tests, to be put into bundles. */
final class Classes {

    private Classes() {}

    /** Where it lies in a jar. */
    static String path(Class<?> type) {
        return type.getName().replace('.', '/') + ".class";
    }

    static byte[] of(Class<?> type) {
        try (InputStream in = type.getClassLoader().getResourceAsStream(path(type))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
