package org.gridloom.platform.operations.internal.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A certificate with its chain, and the key that belongs to it.
 *
 * @param chain the server's own first, then each the issuer of the one before
 */
record Certificates(List<X509Certificate> chain, PrivateKey key) {

    private static final String ALIAS = "gridloom";

    /** Reads both files and sees that they belong together. */
    static Certificates read(Path certificate, Path key) throws UnusablePemException {
        List<X509Certificate> chain = chain(text(certificate));
        PrivateKey parsed = PrivateKeyFile.parse(text(key));
        Certificates read = new Certificates(chain, parsed);
        read.requireChain();
        read.requireMatch();
        return read;
    }

    private static String text(Path file) throws UnusablePemException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            throw new UnusablePemException("没有文件 " + file, "there is no file " + file);
        } catch (IOException e) {
            throw new UnusablePemException(
                    "无法读取 " + file + ",请检查所有者与权限", file + " cannot be read: check its owner and mode");
        }
    }

    private static List<X509Certificate> chain(String pem) throws UnusablePemException {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)))
                    .forEach(one -> chain.add((X509Certificate) one));
        } catch (CertificateException e) {
            throw new UnusablePemException("证书文件已损坏或不是 PEM", "the certificate file is damaged or no PEM");
        }
        if (chain.isEmpty()) {
            throw new UnusablePemException("证书文件中没有证书", "the certificate file holds no certificate");
        }
        return chain;
    }

    private void requireChain() throws UnusablePemException {
        for (int i = 0; i + 1 < chain.size(); i++) {
            if (!chain.get(i).getIssuerX500Principal().equals(chain.get(i + 1).getSubjectX500Principal())) {
                throw new UnusablePemException(
                        "证书文件中的第 " + (i + 2) + " 个证书不是前一个的签发者;应先放服务器证书,再依次放签发者",
                        "certificate " + (i + 2) + " of the file did not issue the one before it:"
                                + " the server's own comes first, then its issuers in turn");
            }
        }
    }

    private void requireMatch() throws UnusablePemException {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        byte[] sample = {1, 2, 3};
        boolean matches;
        try {
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(sample);
            byte[] signed = signing.sign();
            signing.initVerify(chain.get(0).getPublicKey());
            signing.update(sample);
            matches = signing.verify(signed);
        } catch (GeneralSecurityException e) {
            matches = false;
        }
        if (!matches) {
            throw new UnusablePemException("私钥与证书不匹配", "the key does not belong to the certificate");
        }
    }

    /** When the first of them ends. */
    Instant ends() {
        return chain.stream()
                .map(one -> one.getNotAfter().toInstant())
                .min(Instant::compareTo)
                .orElseThrow();
    }

    boolean hasEnded() {
        try {
            for (X509Certificate one : chain) {
                one.checkValidity();
            }
            return false;
        } catch (CertificateExpiredException e) {
            return true;
        } catch (CertificateNotYetValidException e) {
            return false;
        }
    }

    /** Writes a PKCS#12 file that its owner alone may read, at once or not at all. */
    void store(Path file, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setKeyEntry(ALIAS, key, password, chain.toArray(X509Certificate[]::new));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = Files.newOutputStream(draft)) {
            store.store(out, password);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
