package org.gridloom.platform.events.internal.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridloom.platform.files.DataFolder;

/** The node's key for signing anchors: Ed25519, made at first need; its public half lies beside the anchors. */
final class AnchorKey {

    private static final String FILE = "keys/anchor.key";
    private static final String PUBLIC_FILE = Anchors.FOLDER + "/public-key.pem";
    private static final String ALGORITHM = "Ed25519";
    private static final String PRIVATE = "PRIVATE KEY";
    private static final String PUBLIC = "PUBLIC KEY";

    private final KeyPair pair;

    private AnchorKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The key in the file, or a new one where there is no file. */
    static AnchorKey of(DataFolder files) {
        Path file = files.path().resolve(FILE);
        try {
            return new AnchorKey(Files.exists(file) ? read(Files.readString(file)) : made(files));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(FILE + " holds no key", e);
        }
    }

    private static KeyPair made(DataFolder files) throws GeneralSecurityException {
        KeyPair made = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        String open = pem(PUBLIC, made.getPublic().getEncoded());
        String secret = pem(PRIVATE, made.getPrivate().getEncoded());
        files.write(FILE, (secret + open).getBytes(StandardCharsets.US_ASCII));
        files.write(PUBLIC_FILE, open.getBytes(StandardCharsets.US_ASCII));
        return made;
    }

    private static KeyPair read(String text) throws GeneralSecurityException {
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(block(PUBLIC, text))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(block(PRIVATE, text))));
    }

    Anchor sign(String chain, long position, String hash, String at) {
        Anchor anchor = new Anchor(chain, position, hash, at, null);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(anchor.signed());
            return new Anchor(chain, position, hash, at, Base64.getEncoder().encodeToString(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean signed(Anchor anchor) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(anchor.signed());
            return signature.verify(Base64.getDecoder().decode(anchor.signature()));
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    private static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content) + "\n-----END " + kind
                + "-----\n";
    }

    private static byte[] block(String kind, String text) {
        Matcher block = Pattern.compile("-----BEGIN " + kind + "-----([^-]+)-----END " + kind + "-----")
                .matcher(text);
        if (!block.find()) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(block.group(1));
    }
}
