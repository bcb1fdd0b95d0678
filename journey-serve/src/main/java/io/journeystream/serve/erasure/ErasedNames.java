package io.journeystream.serve.erasure;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The identifiers that were erased, so that they can be recognised and not be read: each as the customer id that it would
 * give, under a keyed hash with a salt of this receipt alone.
 *
 * @param salt 32 hex digits
 * @param hashes 64 hex digits each
 */
public record ErasedNames(String salt, Set<String> hashes) {
    private static final int SALT_BYTES = 16;
    private static final int ID_DIGITS = 20;

    public ErasedNames {
        hashes = Set.copyOf(hashes);
    }

    /**
     * With a new salt.
     *
     * @param identifiers by their hashes, 32 hex digits each, as streams tells them
     */
    public static ErasedNames of(Iterable<String> identifiers) {
        byte[] bytes = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(bytes);
        String salt = HexFormat.of().formatHex(bytes);
        Set<String> hashes = new TreeSet<>();
        identifiers.forEach(hash -> hashes.add(hash(salt, "c_" + hash.substring(0, ID_DIGITS))));
        return new ErasedNames(salt, hashes);
    }

    /** Whether the customer id is one that an erased identifier gives. */
    public boolean contain(String customerId) {
        return hashes.contains(hash(salt, customerId));
    }

    private static String hash(String salt, String customerId) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(HexFormat.of().parseHex(salt), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(customerId.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
