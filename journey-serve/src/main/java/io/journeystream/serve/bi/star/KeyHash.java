package io.journeystream.serve.bi.star;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** What the database holds in place of an identifier, or of the rest of a long text. */
public final class KeyHash {
    private static final int BYTES = 16;

    private KeyHash() {}

    /** First half of the SHA-256 of a text, such as an identifier's {@code type:value}. */
    public static byte[] of(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(hash, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
