package org.gridloom.platform.operations.internal.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.felix.http.jetty.ConnectorFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up a certificate that was replaced on disk, without a restart: connections under way go on, new ones get the new
 * one. Files that do not fit, or are half written, leave the former in force.
 */
@Component(
        service = {},
        immediate = true)
public final class CertificateRenewal {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateRenewal.class);
    private static final long SECONDS = 5;

    private final Path certificate;
    private final Path key;
    private final Path store;
    private final char[] password;
    private final ScheduledExecutorService timer;
    private final ServiceRegistration<ConnectorFactory> registration;
    private volatile Server server;
    private String seen;
    private String refused;

    @Activate
    public CertificateRenewal(BundleContext context) {
        if (System.getenv("GRIDLOOM_TLS_STORE") == null) {
            certificate = null;
            key = null;
            store = null;
            password = null;
            timer = null;
            registration = null;
            return;
        }
        certificate = Path.of(System.getenv("GRIDLOOM_TLS_CERT"));
        key = Path.of(System.getenv("GRIDLOOM_TLS_KEY"));
        store = Path.of(System.getenv("GRIDLOOM_TLS_STORE"));
        password = System.getenv(StoreCertificates.PASSWORD).toCharArray();
        seen = content();
        timer = Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "gridloom-certificate"));
        timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
        registration = context.registerService(ConnectorFactory.class, this::meet, null);
    }

    @Deactivate
    void close() {
        if (registration != null) {
            timer.shutdownNow();
            registration.unregister();
        }
    }

    /** The way to get hold of the server: a connector that opens no socket. */
    private Connector meet(Server started) {
        server = started;
        // The name in the request is no matter of safety, and health is asked for by address.
        for (Connector connector : started.getConnectors()) {
            HttpConnectionFactory http = connector.getConnectionFactory(HttpConnectionFactory.class);
            SecureRequestCustomizer secure =
                    http == null ? null : http.getHttpConfiguration().getCustomizer(SecureRequestCustomizer.class);
            if (secure != null) {
                secure.setSniHostCheck(false);
            }
        }
        return new NoConnector(started);
    }

    private void look() {
        try {
            String now = content();
            if (now != null && !now.equals(seen)) {
                renew(now);
            }
        } catch (RuntimeException e) {
            LOG.warn("The certificate could not be looked at", e);
        }
    }

    private void renew(String now) {
        try {
            Certificates read = Certificates.read(certificate, key);
            read.store(store, password);
            reload();
            seen = now;
            LOG.info("A new certificate is in force; it ends at {}", read.ends());
        } catch (UnusablePemException e) {
            // Two files are not replaced at one moment: only what stays so is told, and once.
            if (now.equals(refused)) {
                LOG.warn("The new certificate is refused, the former stays in force: {}", e.getMessage());
                seen = now;
            }
            refused = now;
        } catch (IOException | GeneralSecurityException e) {
            LOG.warn("The new certificate cannot be stored, the former stays in force", e);
        }
    }

    private void reload() {
        Server current = server;
        if (current == null) {
            return;
        }
        for (Connector connector : current.getConnectors()) {
            SslConnectionFactory ssl = connector.getConnectionFactory(SslConnectionFactory.class);
            if (ssl != null) {
                reload(ssl);
            }
        }
    }

    private static void reload(SslConnectionFactory ssl) {
        try {
            ssl.getSslContextFactory().reload(factory -> {});
        } catch (Exception e) {
            throw new IllegalStateException("Jetty refused the new certificate", e);
        }
    }

    /** Null while one of the files is away. */
    private String content() {
        try {
            return Arrays.hashCode(Files.readAllBytes(certificate)) + " "
                    + Arrays.hashCode(Files.readAllBytes(key)) + " "
                    + Files.getLastModifiedTime(certificate) + " "
                    + Files.getLastModifiedTime(key);
        } catch (IOException e) {
            return null;
        }
    }
}
