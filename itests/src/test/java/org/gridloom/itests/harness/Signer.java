package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** A vendor's key: signs files as {@code jarsigner} does. */
public final class Signer {

    private static final String PASSWORD = "changeit";

    private final Path store;
    private final Path folder;

    /** Makes the key. */
    public Signer(Path folder, String name) {
        this.folder = folder;
        this.store = folder.resolve(name + ".p12");
        run(
                "keytool",
                "-genkeypair",
                "-keyalg",
                "RSA",
                "-alias",
                "x",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD);
    }

    /** The certificate, in PEM. */
    public Path certificate() {
        Path file = folder.resolve(store.getFileName() + ".pem");
        run(
                "keytool",
                "-exportcert",
                "-rfc",
                "-alias",
                "x",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                file.toString());
        return file;
    }

    /** A signed copy. */
    public Path sign(Path file) {
        Path signed = folder.resolve("signed-" + store.getFileName() + "-" + file.getFileName());
        try {
            Files.copy(file, signed, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run("jarsigner", "-keystore", store.toString(), "-storepass", PASSWORD, signed.toString(), "x");
        return signed;
    }

    private void run(String tool, String... arguments) {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", tool).toString()));
        command.addAll(List.of(arguments));
        Path log = folder.resolve(tool + ".log");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
