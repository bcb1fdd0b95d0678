package io.journeystream.events;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, as ids are made of it. */
public final class Digests {
    private static final int BYTES_OF_20_DIGITS = 10;

    private Digests() {}

    /** The 32 bytes of the SHA-256 digest. */
    public static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** The first 20 hex digits of the SHA-256 digest. */
    public static String hex20(byte[] content) {
        return HexFormat.of().formatHex(sha256(content), 0, BYTES_OF_20_DIGITS);
    }
}
