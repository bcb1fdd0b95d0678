package io.journeystream.serve.alerts.targets;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Standard Webhooks says (https://www.standardwebhooks.com): version 1, with a shared secret. */
final class Signature {
    static final String KEY_FORM = "a secret of Standard Webhooks: whsec_ and 24 to 64 bytes in base64";

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final int SHORTEST = 24;
    private static final int LONGEST = 64;

    private Signature() {}

    /** The bytes of a secret; empty if it is not {@link #KEY_FORM}. */
    static Optional<byte[]> key(String secret) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : "");
            return key.length < SHORTEST || key.length > LONGEST ? Optional.empty() : Optional.of(key);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The header's value: a signature by each key.
     *
     * @param second seconds of the epoch
     */
    static String of(List<byte[]> keys, String id, long second, String body) {
        byte[] signed = (id + "." + second + "." + body).getBytes(StandardCharsets.UTF_8);
        return keys.stream().map(key -> "v1," + of(key, signed)).collect(Collectors.joining(" "));
    }

    private static String of(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
