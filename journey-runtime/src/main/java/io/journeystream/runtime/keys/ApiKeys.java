package io.journeystream.runtime.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The keys that a file holds. */
record ApiKeys(List<ApiKey> keys) {

    ApiKeys {
        keys = List.copyOf(keys);
    }

    /**
     * Reads lines; blank ones and those that begin with # are passed over.
     *
     * @throws IllegalArgumentException if a line is no key, or none is there; says which line
     */
    static ApiKeys parse(List<String> lines) {
        List<ApiKey> keys = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    keys.add(ApiKey.parse(line));
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("line " + (i + 1) + ": " + e.getMessage(), e);
                }
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("holds no key; ./journey keys create NAME makes one");
        }
        return new ApiKeys(keys);
    }

    /** The key of that secret. Takes as long whether and wherever it is found. */
    Optional<ApiKey> find(String secret) {
        byte[] hash = bytes(ApiKey.hashOf(secret));
        ApiKey found = null;
        for (ApiKey key : keys) {
            if (MessageDigest.isEqual(hash, bytes(key.hash()))) {
                found = key;
            }
        }
        return Optional.ofNullable(found);
    }

    private static byte[] bytes(String hash) {
        return hash.getBytes(StandardCharsets.US_ASCII);
    }
}
