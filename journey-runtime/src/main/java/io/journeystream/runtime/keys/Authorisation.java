package io.journeystream.runtime.keys;

import io.javalin.http.Context;
import io.journeystream.runtime.http.Problem;
import io.journeystream.runtime.http.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets in who has a key for what is asked, or everybody where there are no keys. */
public final class Authorisation {
    private static final String BEARER = "bearer ";
    private static final String CHALLENGE = "Bearer realm=\"journeystream\"";
    private static final String BASIC = "basic ";
    private static final String BASIC_CHALLENGE = "Basic realm=\"journeystream\", charset=\"UTF-8\"";

    private final @Nullable KeyFile keys;

    /** @param keys null where everybody may do everything */
    public Authorisation(@Nullable KeyFile keys) {
        this.keys = keys;
    }

    /**
     * The key of a request; empty where none is needed.
     *
     * @throws Refusal 401 if there is none or it is unknown, 403 if it allows something else
     */
    public Optional<ApiKey> require(Context context, Scope scope) {
        if (keys == null) {
            return Optional.empty();
        }
        String secret = secret(context);
        if (secret == null) {
            throw unauthorised(CHALLENGE, "send an API key as Authorization: Bearer KEY, or as X-API-Key: KEY");
        }
        return known(keys, secret, scope);
    }

    /**
     * As {@link #require}, for tools of people such as Excel, which ask for a user and a password and can send nothing
     * else: the password is the key, whatever the user is called. For what only tells: a browser sends a password again by
     * itself.
     */
    public Optional<ApiKey> requireOfTool(Context context, Scope scope) {
        if (keys == null) {
            return Optional.empty();
        }
        String secret = secret(context);
        String given = secret == null ? password(context) : secret;
        if (given == null) {
            throw unauthorised(
                    BASIC_CHALLENGE, "send an API key as password of any user, or as Authorization: Bearer KEY");
        }
        return known(keys, given, scope);
    }

    private static Optional<ApiKey> known(KeyFile keys, String secret, Scope scope) {
        ApiKey key = keys.find(secret)
                .orElseThrow(() -> unauthorised(
                        CHALLENGE + ", error=\"invalid_token\"", "the API key is not known here, or not any more"));
        if (!key.allows(scope)) {
            throw new Refusal(Problem.of(403, "Forbidden", "the API key " + key.name() + " lacks the scope " + scope)
                    .withHeader(
                            "WWW-Authenticate", CHALLENGE + ", error=\"insufficient_scope\", scope=\"" + scope + "\""));
        }
        return Optional.of(key);
    }

    private static @Nullable String secret(Context context) {
        String header = context.header("Authorization");
        if (header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            return header.substring(BEARER.length()).strip();
        }
        return context.header("X-API-Key");
    }

    private static @Nullable String password(Context context) {
        String header = context.header("Authorization");
        if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
            return null;
        }
        try {
            byte[] decoded =
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
            String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return parts.length == 2 ? parts[1] : null;
        } catch (IllegalArgumentException e) {
            return null; // not Base64: as good as no password
        }
    }

    private static Refusal unauthorised(String challenge, String detail) {
        return new Refusal(Problem.of(401, "Unauthorized", detail).withHeader("WWW-Authenticate", challenge));
    }
}
