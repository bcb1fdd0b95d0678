package io.journeystream.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a registry is and how to talk to it. TLS follows the JDK's settings ({@code javax.net.ssl.trustStore} ...).
 *
 * @param urls one or more base addresses of the same registry, tried in turn; with path where it has one
 *     ({@code http://host:8080/apis/ccompat/v7})
 * @param credentials for basic authentication; null if it asks for none
 * @param timeout for one request
 */
public record RegistrySettings(List<URI> urls, @Nullable Credentials credentials, Duration timeout, Backoff backoff) {

    public RegistrySettings {
        urls = List.copyOf(urls);
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("at least one registry URL is needed, such as http://localhost:8081");
        }
        urls.forEach(RegistrySettings::requireHttp);
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("registry timeout must be positive, was " + timeout);
        }
    }

    /** Standard settings for one address, or several with commas between; {@code user:password@} may stand in it. */
    public static RegistrySettings of(String urls) {
        List<URI> parsed = Arrays.stream(urls.split(","))
                .map(String::trim)
                .map(URI::create)
                .toList();
        Credentials credentials = parsed.stream()
                .map(URI::getUserInfo)
                .filter(info -> info != null)
                .findFirst()
                .map(Credentials::parse)
                .orElse(null);
        List<URI> plain = parsed.stream().map(RegistrySettings::withoutUser).toList();
        return new RegistrySettings(plain, credentials, Duration.ofSeconds(10), Backoff.STANDARD);
    }

    public RegistrySettings withBackoff(Backoff other) {
        return new RegistrySettings(urls, credentials, timeout, other);
    }

    public RegistrySettings withTimeout(Duration other) {
        return new RegistrySettings(urls, credentials, other, backoff);
    }

    private static void requireHttp(URI url) {
        String scheme = url.getScheme();
        if (url.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
            throw new IllegalArgumentException("a registry URL must be http://host:port or https://..., was " + url);
        }
    }

    private static URI withoutUser(URI url) {
        return url.getRawUserInfo() == null ? url : URI.create(url.toString().replace(url.getRawUserInfo() + "@", ""));
    }

    /** User and password; the password is never printed. */
    public record Credentials(String user, String password) {
        private static Credentials parse(String userInfo) {
            int colon = userInfo.indexOf(':');
            return colon < 0
                    ? new Credentials(userInfo, "")
                    : new Credentials(userInfo.substring(0, colon), userInfo.substring(colon + 1));
        }

        @Override
        public String toString() {
            return user + ":***";
        }
    }
}
