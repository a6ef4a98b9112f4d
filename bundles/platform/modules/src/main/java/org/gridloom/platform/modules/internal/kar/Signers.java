package org.gridloom.platform.modules.internal.kar;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import org.gridloom.platform.files.DataFolder;
import org.gridloom.platform.problem.Problem;
import org.gridloom.platform.text.Text;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Whose files may be installed from the web: those that are signed, wholly and by one whose certificate (PEM, or of one
 * that issued it) lies in the folder {@code signers} of the data folder.
 */
@Component(service = Signers.class)
public final class Signers {

    private static final String FOLDER = "signers";
    private static final int BUFFER = 8192;

    private final DataFolder data;

    @Activate
    public Signers(@Reference DataFolder data) {
        this.data = data;
    }

    /**
     * Finds out who signed a file.
     *
     * @return name of the signer, as in the certificate
     * @throws Problem {@link Problem.Kind#FORBIDDEN} if no trusted one signed all of it
     */
    public String require(Path file) throws IOException {
        Set<CodeSigner> signers = signersOfAll(file);
        Set<X509Certificate> trusted = trusted();
        return signers.stream()
                .map(signer -> subject(signer, trusted))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> untrusted(signers.isEmpty()));
    }

    private static Problem untrusted(boolean unsigned) {
        return new Problem(
                Problem.Kind.FORBIDDEN,
                unsigned
                        ? Text.of(
                                "文件未签名或签名不完整:只能在服务器上安装",
                                "It is not signed, or not wholly: it can be installed at the server only")
                        : Text.of(
                                "签名者不受信任:由运维人员将其证书(PEM)放入数据目录的 signers 中",
                                "Its signer is not trusted: an operator puts the certificate (PEM) into the folder signers of the data folder"));
    }

    private static Optional<String> subject(CodeSigner signer, Set<X509Certificate> trusted) {
        X509Certificate own =
                (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
        return isTrusted(own, signer.getSignerCertPath(), trusted)
                ? Optional.of(own.getSubjectX500Principal().getName())
                : Optional.empty();
    }

    /** What is sent along may name any issuer: each link's signature is checked, and that none has expired. */
    private static boolean isTrusted(X509Certificate own, CertPath path, Set<X509Certificate> trusted) {
        try {
            own.checkValidity();
            if (trusted.contains(own)) {
                return true;
            }
            if (trusted.isEmpty()) {
                return false;
            }
            List<? extends Certificate> links = path.getCertificates().stream()
                    .filter(certificate -> !trusted.contains(certificate))
                    .toList();
            PKIXParameters parameters = new PKIXParameters(trusted.stream()
                    .map(certificate -> new TrustAnchor(certificate, null))
                    .collect(Collectors.toSet()));
            parameters.setRevocationEnabled(false);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(links), parameters);
            return true;
        } catch (GeneralSecurityException none) {
            return false;
        }
    }

    /** Those who signed each of its files; a file whose content does not fit its signature is refused by the JDK. */
    private static Set<CodeSigner> signersOfAll(Path file) throws IOException {
        Set<CodeSigner> all = null;
        try (JarFile jar = new JarFile(file.toFile(), true)) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.isDirectory() || isOfSignature(entry.getName())) {
                    continue;
                }
                readThrough(jar, entry);
                CodeSigner[] of = entry.getCodeSigners();
                Set<CodeSigner> signers = of == null ? Set.of() : Set.of(of);
                if (all == null) {
                    all = new HashSet<>(signers);
                } else {
                    all.retainAll(signers);
                }
            }
        } catch (ZipException e) {
            throw Problem.invalid("file", Text.of("既不是 KAR 也不是 JAR", "Is neither a KAR nor a jar"));
        } catch (SecurityException e) {
            throw new Problem(Problem.Kind.FORBIDDEN, Text.of("文件与其签名不符", "The file does not fit its signature"));
        }
        return all == null ? Set.of() : all;
    }

    private static boolean isOfSignature(String name) {
        return name.matches("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]+)");
    }

    private static void readThrough(JarFile jar, JarEntry entry) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = jar.getInputStream(entry)) {
            while (in.read(buffer) >= 0) {
                continue;
            }
        }
    }

    private Set<X509Certificate> trusted() throws IOException {
        Set<X509Certificate> trusted = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(data.folder(FOLDER))) {
            for (Path file : files) {
                certificates(file).forEach(certificate -> trusted.add((X509Certificate) certificate));
            }
        }
        return trusted;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return CertificateFactory.getInstance("X.509").generateCertificates(in);
        } catch (CertificateException e) {
            throw new Problem(
                    Problem.Kind.CONFLICT,
                    Text.of(
                            "signers 中的 %s 不是 PEM 证书",
                            "%s in the folder signers is no certificate in PEM", file.getFileName()));
        }
    }
}
