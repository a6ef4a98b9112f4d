package org.gridloom.itests.installation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.gridloom.itests.harness.Database;
import org.gridloom.itests.harness.Gridloom;
import org.gridloom.itests.harness.Installation;
import org.gridloom.itests.harness.PemFiles;
import org.junit.jupiter.api.Test;

/** Certificate and key by two settings, renewed while the server runs; and a proxy before it. */
class TlsIT {

    @Test
    void twoSettingsEncryptAndARenewedCertificateIsTakenUpWithoutARestart() throws Exception {
        try (Installation installation = Installation.on(Database.Kind.H2.create())) {
            Path folder = Files.createDirectories(installation.directory().resolve("tls"));
            PemFiles files = PemFiles.in(folder, "first.example");
            installation
                    .variable("GRIDLOOM_TLS_CERT", files.certificate().toString())
                    .variable("GRIDLOOM_TLS_KEY", files.key().toString())
                    .variable("GRIDLOOM_PROXY", "127.0.0.0/8")
                    .start();
            Gridloom gridloom = installation.gridloom();
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofMillis(300))
                    .ignoreExceptions()
                    .until(() -> get(gridloom, "/api/health/ready").getResponseCode() == 200);

            assertThat(subject(gridloom)).isEqualTo("CN=first.example");
            HttpURLConnection answer = signIn(gridloom);
            assertThat(answer.getResponseCode()).isEqualTo(200);
            assertThat(answer.getHeaderField("Set-Cookie"))
                    .startsWith("__Host-GRIDLOOM_SESSION=")
                    .contains("Secure", "HttpOnly", "Path=/")
                    .doesNotContain("Domain");
            assertThat(answer.getHeaderField("Strict-Transport-Security")).isNotNull();
            assertThat(speaksPlain(gridloom)).isFalse();

            PemFiles.in(folder, "second.example");
            await().atMost(Duration.ofMinutes(1)).until(() -> subject(gridloom).equals("CN=second.example"));

            Files.writeString(files.key(), "no key");
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> gridloom.log().contains("The new certificate is refused, the former stays in force"));
            assertThat(subject(gridloom)).isEqualTo("CN=second.example");
            assertThat(signedInFrom(gridloom)).contains("\"address\":\"203.0.113.7\"");
            assertThat(gridloom.log()).doesNotContain(" ERROR ");
        }
    }

    private static HttpURLConnection signIn(Gridloom gridloom) throws IOException, GeneralSecurityException {
        Gridloom.Login admin = gridloom.admin();
        HttpURLConnection post = get(gridloom, "/api/session");
        post.setDoOutput(true);
        post.setRequestProperty("Content-Type", "application/json");
        post.setRequestProperty("X-Forwarded-For", "203.0.113.7");
        post.getOutputStream()
                .write("{\"username\":\"%s\",\"password\":\"%s\"}"
                        .formatted(admin.username(), admin.password())
                        .getBytes(StandardCharsets.UTF_8));
        return post;
    }

    private static String signedInFrom(Gridloom gridloom) throws IOException, GeneralSecurityException {
        Gridloom.Login admin = gridloom.admin();
        HttpURLConnection audit = get(gridloom, "/api/audit?action=platform.session.opened");
        audit.setRequestProperty(
                "Authorization",
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (admin.username() + ":" + admin.password()).getBytes(StandardCharsets.UTF_8)));
        return new String(audit.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static HttpsURLConnection get(Gridloom gridloom, String path) throws IOException, GeneralSecurityException {
        HttpsURLConnection connection =
                (HttpsURLConnection) URI.create("https://127.0.0.1:" + gridloom.httpPort() + path)
                        .toURL()
                        .openConnection();
        connection.setSSLSocketFactory(trustingAll().getSocketFactory());
        connection.setHostnameVerifier((host, session) -> true);
        connection.setReadTimeout(60_000);
        return connection;
    }

    private static String subject(Gridloom gridloom) throws IOException, GeneralSecurityException {
        try (SSLSocket socket =
                (SSLSocket) trustingAll().getSocketFactory().createSocket("127.0.0.1", gridloom.httpPort())) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isIn("TLSv1.2", "TLSv1.3");
            return ((X509Certificate) socket.getSession().getPeerCertificates()[0])
                    .getSubjectX500Principal()
                    .getName();
        }
    }

    private static boolean speaksPlain(Gridloom gridloom) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", gridloom.httpPort())) {
            socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(5);
            return new String(answer, StandardCharsets.US_ASCII).equals("HTTP/");
        }
    }

    /** What a browser would warn of is not what is tested. */
    private static SSLContext trustingAll() throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new Trusting()}, null);
        return context;
    }

    private static final class Trusting implements X509TrustManager {

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            // Any.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // Any.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
