package org.gridloom.platform.operations.internal.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A private key in PEM: PKCS#8 as all tools write it today, or an RSA key in PKCS#1 as older ones do. */
final class PrivateKeyFile {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----([^-]*)-----END \\1-----");
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519", "Ed448");
    /** PKCS#8: version 0 and rsaEncryption without parameters. */
    private static final byte[] RSA = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private static final int SEQUENCE = 0x30;
    private static final int OCTETS = 0x04;
    private static final int SHORT = 0x80;

    private PrivateKeyFile() {}

    static PrivateKey parse(String pem) throws UnusablePemException {
        Matcher block = BLOCK.matcher(pem);
        if (!block.find()) {
            throw new UnusablePemException("私钥文件中没有 PEM 私钥", "the key file holds no private key in PEM");
        }
        String kind = block.group(1);
        if (kind.startsWith("ENCRYPTED") || block.group(2).contains("ENCRYPTED")) {
            throw refused(kind, "带口令的私钥", "a key with a passphrase");
        }
        byte[] bytes = bytes(block.group(2));
        return switch (kind) {
            case "PRIVATE KEY" -> key(bytes);
            case "RSA PRIVATE KEY" -> key(wrapped(bytes));
            default -> throw refused(kind, "此种私钥", "such a key");
        };
    }

    private static UnusablePemException refused(String kind, String zh, String en) {
        return new UnusablePemException(
                "不支持" + zh + "(" + kind + "),请转换:openssl pkey -in 旧.pem -out 新.pem",
                en + " (" + kind + ") is not read; convert it: openssl pkey -in OLD.pem -out NEW.pem");
    }

    private static byte[] bytes(String base64) throws UnusablePemException {
        try {
            return Base64.getMimeDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            throw new UnusablePemException("私钥文件已损坏", "the key file is damaged");
        }
    }

    private static PrivateKey key(byte[] pkcs8) throws UnusablePemException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            } catch (GeneralSecurityException notThisOne) {
                continue;
            }
        }
        throw new UnusablePemException(
                "私钥文件已损坏或算法不是 " + ALGORITHMS, "the key file is damaged, or of none of " + ALGORITHMS);
    }

    private static byte[] wrapped(byte[] pkcs1) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(RSA);
        content.writeBytes(tagged(OCTETS, pkcs1));
        return tagged(SEQUENCE, content.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < SHORT) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            length = length[0] == 0 ? Arrays.copyOfRange(length, 1, length.length) : length;
            out.write(SHORT | length.length);
            out.writeBytes(length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }
}
