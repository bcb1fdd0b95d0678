package io.journeystream.runtime.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is known of a key: never the key itself, only its SHA-256. That is enough, since a key is 256 random bits.
 *
 * @param name whose it is; letters, digits, {@code . _ -}
 * @param hash 64 hex digits
 * @param scopes what it allows; at least one
 * @param sources whose events it may write; empty for all
 * @param teams whose subscriptions to alerts it may change; empty for all
 */
public record ApiKey(String name, String hash, Set<Scope> scopes, Set<String> sources, Set<String> teams) {
    private static final String PREFIX = "jk_";
    private static final int RANDOM_BYTES = 32;
    private static final String HASH = "sha256:";
    private static final String SCOPES = "scopes=";
    private static final String SOURCES = "sources=";
    private static final String TEAMS = "teams=";

    public ApiKey {
        if (!name.matches("[A-Za-z0-9._-]{1,100}")) {
            throw new IllegalArgumentException(
                    "the name of a key has 1 to 100 letters, digits, dots, dashes and underscores, was \"" + name
                            + "\"");
        }
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("the hash of key " + name + " must be 64 hex digits in lower case");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("key " + name + " needs at least one scope, such as events:write");
        }
        refuseBlanks("sources", name, sources);
        refuseBlanks("teams", name, teams);
        scopes = Set.copyOf(scopes);
        sources = Set.copyOf(sources);
        teams = Set.copyOf(teams);
    }

    /** Of all teams. */
    public ApiKey(String name, String hash, Set<Scope> scopes, Set<String> sources) {
        this(name, hash, scopes, sources, Set.of());
    }

    private static void refuseBlanks(String what, String name, Set<String> given) {
        if (given.stream().anyMatch(each -> each.isBlank() || each.matches(".*[\\s,].*"))) {
            throw new IllegalArgumentException(
                    what + " of key " + name + " must be names without blanks and commas, were " + given);
        }
    }

    /** A new secret: 256 bits from the system's random source. */
    public static String newSecret() {
        byte[] random = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(random);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** What is kept of a secret. */
    public static String hashOf(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public boolean allows(Scope scope) {
        return scopes.contains(scope);
    }

    /** Whether it may write events of that source. */
    public boolean mayWrite(String source) {
        return sources.isEmpty() || sources.contains(source);
    }

    /** Its line in the file of keys. */
    public String line() {
        String line = name + " sha256:" + hash + " scopes="
                + EnumSet.copyOf(scopes).stream().map(Scope::toString).collect(Collectors.joining(","));
        return line + part(SOURCES, sources) + part(TEAMS, teams);
    }

    private static String part(String name, Set<String> given) {
        return given.isEmpty() ? "" : " " + name + String.join(",", new TreeSet<>(given));
    }

    /** @throws IllegalArgumentException if the line is not as {@link #line} writes it; says what it must be */
    static ApiKey parse(String line) {
        String[] words = line.strip().split("\\s+", -1);
        if (words.length < 3 || !words[1].startsWith(HASH) || !words[2].startsWith(SCOPES)) {
            throw malformed();
        }
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String scope : words[2].substring(SCOPES.length()).split(",", -1)) {
            scopes.add(Scope.of(scope));
        }
        Map<String, Set<String>> parts = parts(words);
        return new ApiKey(
                words[0],
                words[1].substring(HASH.length()),
                scopes,
                parts.getOrDefault(SOURCES, Set.of()),
                parts.getOrDefault(TEAMS, Set.of()));
    }

    private static Map<String, Set<String>> parts(String[] words) {
        Map<String, Set<String>> parts = new HashMap<>();
        for (String word : Arrays.asList(words).subList(3, words.length)) {
            String name = List.of(SOURCES, TEAMS).stream()
                    .filter(word::startsWith)
                    .findFirst()
                    .orElseThrow(ApiKey::malformed);
            List<String> given = Arrays.asList(word.substring(name.length()).split(",", -1));
            if (parts.put(name, new TreeSet<>(given)) != null) {
                throw malformed();
            }
        }
        return parts;
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("a key is written NAME sha256:HASH scopes=SCOPE,... [sources=SOURCE,...]"
                + " [teams=TEAM,...]; ./journey keys create NAME makes such a line");
    }
}
