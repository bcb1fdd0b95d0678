package io.journeystream.runtime.configuration;

import static io.journeystream.runtime.configuration.ConnectionSettings.REGISTRY_PASSWORD;
import static io.journeystream.runtime.configuration.ConnectionSettings.REGISTRY_URL;
import static io.journeystream.runtime.configuration.ConnectionSettings.REGISTRY_USER;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What does not go together in the settings of a connection. */
final class ConnectionRules {
    private static final String PROTOCOL = "security.protocol";

    private ConnectionRules() {}

    static Optional<Mistake> passwordWithoutUser(Configuration configuration) {
        return configuration
                .place(REGISTRY_PASSWORD)
                .filter(place -> configuration.place(REGISTRY_USER).isEmpty())
                .map(place -> new Mistake(place, "registry.password needs registry.user, which is not given"));
    }

    static Optional<Mistake> userTwice(Configuration configuration) {
        List<URI> urls = configuration.find(REGISTRY_URL).orElse(List.of());
        return configuration
                .place(REGISTRY_USER)
                .filter(place -> urls.stream().anyMatch(url -> url.getUserInfo() != null))
                .map(place -> new Mistake(
                        place, "registry.user contradicts the user that stands in registry.url; leave one of them"));
    }

    static Optional<Mistake> saslWithoutItsProtocol(Configuration configuration) {
        return without(configuration, "sasl.jaas.config", "SASL", "SASL_SSL (with TLS) or SASL_PLAINTEXT (without)");
    }

    static Optional<Mistake> tlsWithoutItsProtocol(Configuration configuration) {
        return without(configuration, "ssl.truststore.location", "SSL", "SSL or SASL_SSL");
    }

    /** Kafka's clients would say nothing and talk without it. */
    private static Optional<Mistake> without(Configuration configuration, String property, String part, String wanted) {
        for (ClientKind kind : List.of(ClientKind.PRODUCER, ClientKind.CONSUMER, ClientKind.ADMIN)) {
            Map<String, String> properties = configuration.kafka().of(kind);
            String protocol = properties.getOrDefault(PROTOCOL, "PLAINTEXT");
            if (properties.containsKey(property)
                    && !protocol.toUpperCase(Locale.ROOT).contains(part)) {
                return Optional.of(new Mistake(
                        "kafka." + property,
                        "has no effect while kafka." + PROTOCOL + " is " + protocol + "; set that to " + wanted));
            }
        }
        return Optional.empty();
    }
}
