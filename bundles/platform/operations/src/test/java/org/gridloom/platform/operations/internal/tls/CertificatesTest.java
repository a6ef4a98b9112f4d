package org.gridloom.platform.operations.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.gridloom.platform.diagnosis.Finding;
import org.gridloom.platform.diagnosis.Finding.Level;
import org.gridloom.platform.operations.internal.doctor.DoctorSettings;
import org.gridloom.platform.testkit.TestSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertificatesTest {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final int PKCS8_HEADER = 26;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void aCertificateAndItsKeyAreStoredForItsOwnerAlone(String algorithm) throws Exception {
        Pair pair = pair(algorithm, "a");
        Path store = folder.resolve("tls.p12");
        Certificates.read(pair.certificate(), pair.key()).store(store, PASSWORD);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                .isEqualTo("rw-------");
        KeyStore read = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            read.load(in, PASSWORD);
        }
        assertThat(read.getKey("gridloom", PASSWORD)).isInstanceOf(PrivateKey.class);
        assertThat(read.getCertificateChain("gridloom")).hasSize(1);
    }

    @Test
    void anRsaKeyAsOlderToolsWriteItIsRead() throws Exception {
        Pair pair = pair("RSA", "a");
        byte[] pkcs8 =
                Base64.getMimeDecoder().decode(Files.readString(pair.key()).replaceAll("-----[^-]+-----", ""));
        byte[] pkcs1 = Arrays.copyOfRange(pkcs8, PKCS8_HEADER, pkcs8.length);
        Files.writeString(pair.key(), pem("RSA PRIVATE KEY", pkcs1));
        assertThat(Certificates.read(pair.certificate(), pair.key()).key().getAlgorithm())
                .isEqualTo("RSA");
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheReason() throws Exception {
        Pair one = pair("RSA", "a");
        Pair other = pair("RSA", "b");
        Path absent = folder.resolve("absent.pem");
        refused(one.certificate(), other.key(), "does not belong to the certificate");
        refused(one.certificate(), absent, "there is no file " + absent);
        refused(one.key(), one.key(), "the certificate file");
        refused(one.certificate(), one.certificate(), "no private key in PEM");
        Path both = Files.writeString(
                folder.resolve("both.pem"),
                Files.readString(one.certificate()) + Files.readString(other.certificate()));
        refused(both, one.key(), "certificate 2 of the file did not issue the one before it");
        for (String kind : new String[] {"ENCRYPTED PRIVATE KEY", "EC PRIVATE KEY", "DSA PRIVATE KEY"}) {
            Path key = Files.writeString(folder.resolve("odd.pem"), pem(kind, new byte[] {1, 2, 3}));
            refused(one.certificate(), key, "openssl pkey");
        }
        Path damaged = Files.writeString(folder.resolve("damaged.pem"), pem("PRIVATE KEY", new byte[] {1, 2, 3}));
        refused(one.certificate(), damaged, "damaged");
    }

    @Test
    void anOperatorIsWarnedBeforeACertificateEndsAndOfOneThatCannotBeUsed() throws Exception {
        Pair pair = pair("EC", "a");
        Instant end = Certificates.read(pair.certificate(), pair.key()).ends();
        assertThat(finding(pair, end.minus(Duration.ofDays(31))).level()).isEqualTo(Level.OK);
        assertThat(finding(pair, end.minus(Duration.ofDays(29))).level()).isEqualTo(Level.WARNING);
        assertThat(finding(pair, end.plusSeconds(1)).level()).isEqualTo(Level.PROBLEM);

        Finding unfit = finding(new Pair(pair.certificate(), pair("EC", "b").key()), end);

        assertThat(unfit.level()).isEqualTo(Level.PROBLEM);
        assertThat(unfit.cause().en()).contains("does not belong to the certificate");
        assertThat(new CertificateDiagnosis(
                                TestSettings.defaults(DoctorSettings.class), Clock.systemUTC(), name -> null)
                        .findings())
                .isEmpty();
    }

    private static Finding finding(Pair pair, Instant now) {
        return new CertificateDiagnosis(
                        TestSettings.defaults(DoctorSettings.class),
                        Clock.fixed(now, ZoneOffset.UTC),
                        Map.of(
                                CertificateDiagnosis.CERTIFICATE,
                                pair.certificate().toString(),
                                CertificateDiagnosis.KEY,
                                pair.key().toString())::get)
                .findings()
                .get(0);
    }

    private static void refused(Path certificate, Path key, String reason) {
        assertThatThrownBy(() -> Certificates.read(certificate, key))
                .isInstanceOf(UnusablePemException.class)
                .hasMessageContaining(reason);
    }

    private record Pair(Path certificate, Path key) {}

    /** Made by the JDK's own tool. */
    private Pair pair(String algorithm, String name) throws Exception {
        Path made = folder.resolve(name + ".p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        algorithm,
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
                        new String(PASSWORD))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(made)) {
            store.load(in, PASSWORD);
        }
        return new Pair(
                Files.writeString(
                        folder.resolve(name + ".crt"),
                        pem("CERTIFICATE", store.getCertificate("x").getEncoded())),
                Files.writeString(
                        folder.resolve(name + ".key"),
                        pem("PRIVATE KEY", store.getKey("x", PASSWORD).getEncoded())));
    }

    private static String pem(String kind, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
    }
}
