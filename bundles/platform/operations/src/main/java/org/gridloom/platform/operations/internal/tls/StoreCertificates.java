package org.gridloom.platform.operations.internal.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/**
 * What the start script runs before the server: refuses certificate and key that do not fit, or stores them for Jetty.
 * Arguments are the files of certificate, key and store; the store's password is in the environment.
 */
public final class StoreCertificates {

    static final String PASSWORD = "GRIDLOOM_TLS_PASSWORD";

    private StoreCertificates() {}

    public static void main(String[] files) throws IOException, GeneralSecurityException {
        try {
            Certificates read = Certificates.read(Path.of(files[0]), Path.of(files[1]));
            if (read.hasEnded()) {
                System.err.println("gridloom: 证书已过期 / the certificate ended at " + read.ends());
            }
            read.store(Path.of(files[2]), System.getenv(PASSWORD).toCharArray());
        } catch (UnusablePemException e) {
            System.err.println("gridloom: TLS: " + e.getMessage());
            System.exit(1);
        }
    }
}
