package org.gridloom.itests.harness;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;

/** A self-signed certificate and its key as an operator has them. */
public record PemFiles(Path certificate, Path key) {

    private static final String PASSWORD = "changeit";
    private static final int LINE = 64;

    /** Makes both anew in the folder, replacing what is there as a renewal does. */
    public static PemFiles in(Path folder, String name)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path made = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-alias",
                        "x",
                        "-dname",
                        "CN=" + name,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        made.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("keytool.log")));
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(made)) {
            store.load(in, PASSWORD.toCharArray());
        }
        byte[] key = store.getKey("x", PASSWORD.toCharArray()).getEncoded();
        return new PemFiles(
                write(
                        folder.resolve("chain.pem"),
                        "CERTIFICATE",
                        store.getCertificate("x").getEncoded()),
                write(folder.resolve("key.pem"), "PRIVATE KEY", key));
    }

    private static Path write(Path file, String kind, byte[] content) throws IOException {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }
}
