package io.journeystream.ingest.identifiers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces identifiers by their HMAC-SHA-256, so that no personal data enters Kafka. Whoever hashes with the same key
 * gets the same pseudonyms; without the key they cannot be tried out. Safe for use by several threads.
 */
public final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    /** Bytes that a key must have. */
    public static final int SHORTEST_KEY = 16;

    private final Mac keyed;

    /**
     * @param key the secret, at least 16 bytes
     * @throws IllegalArgumentException if it is shorter
     */
    public KeyedHash(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException(
                    "the key for hashing identifiers must have at least 16 bytes, has " + key.length);
        }
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(key, ALGORITHM));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA-256", e);
        }
    }

    /** The key is the content of a file without the white space around it. */
    public static KeyedHash ofFile(Path file) throws IOException {
        return ofText(Files.readString(file));
    }

    /** The key is a text, such as the value of an environment variable, without the white space around it. */
    public static KeyedHash ofText(String key) {
        return new KeyedHash(key.strip().getBytes(StandardCharsets.UTF_8));
    }

    /** 64 hex digits of a normalised value. */
    public String of(String value) {
        try {
            Mac mac = (Mac) keyed.clone();
            return HexFormat.of().formatHex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's own HMAC can be cloned", e);
        }
    }
}
