package io.journeystream.identity;

import io.journeystream.events.Digests;
import io.journeystream.events.Identifier;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * An identifier of which its hash is left, and no more: it is still told apart from others, and found by its key in
 * Kafka, but not read any more. Its type stays; its value begins with the last character of Unicode, so that it comes
 * after all others of its type.
 */
public final class HashedName {
    private static final String MARK = Character.toString(Character.MAX_CODE_POINT);
    private static final int HASH_DIGITS = 32;
    private static final Pattern VALUE = Pattern.compile(MARK + "[0-9a-f]{40}");

    private HashedName() {}

    /**
     * The hashed name of an identifier.
     *
     * @param hash as {@link #hash} gives it
     * @param keyHash by which Kafka places the key of the identifier
     */
    public static Identifier of(String type, String hash, int keyHash) {
        return new Identifier(type, MARK + hash + HexFormat.of().toHexDigits(keyHash));
    }

    /** Whether an identifier is a hashed name. */
    public static boolean is(Identifier identifier) {
        return identifier.getValue().startsWith(MARK)
                && VALUE.matcher(identifier.getValue()).matches();
    }

    /** 32 hex digits: half of the SHA-256 of {@code type:value}; the same for an identifier and its hashed name. */
    public static String hash(Identifier identifier) {
        return is(identifier)
                ? identifier.getValue().substring(MARK.length(), MARK.length() + HASH_DIGITS)
                : HexFormat.of().formatHex(Arrays.copyOf(Digests.sha256(Identifiers.key(identifier)), HASH_DIGITS / 2));
    }

    /** By which Kafka places the key of the identifier of which this is the hashed name. */
    public static int keyHash(Identifier hashed) {
        return HexFormat.fromHexDigits(hashed.getValue().substring(MARK.length() + HASH_DIGITS));
    }
}
