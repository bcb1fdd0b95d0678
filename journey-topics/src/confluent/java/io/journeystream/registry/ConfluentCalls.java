package io.journeystream.registry;

import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.schemaregistry.client.security.basicauth.BasicAuthCredentialProvider;
import io.confluent.kafka.schemaregistry.client.security.basicauth.UserInfoCredentialProvider;
import io.journeystream.registry.RegistrySettings.Credentials;
import java.io.IOException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls of Confluent's client, their exceptions turned into our three outcomes; retries are ours. */
final class ConfluentCalls {
    private static final String NOT_A_REGISTRY = "is there a schema registry at this address?";

    private final Attempts attempts;
    private final String address;

    ConfluentCalls(RegistrySettings settings) {
        this.attempts = new Attempts(settings.backoff());
        this.address = addresses(settings);
    }

    /** One request of Confluent's client. */
    @FunctionalInterface
    interface Call<T> {
        T get() throws IOException, RestClientException;
    }

    static RestService client(RegistrySettings settings) {
        Map<String, Object> properties = new HashMap<>();
        int timeout = Math.toIntExact(settings.timeout().toMillis());
        properties.put(SchemaRegistryClientConfig.HTTP_CONNECT_TIMEOUT_MS, timeout);
        properties.put(SchemaRegistryClientConfig.HTTP_READ_TIMEOUT_MS, timeout);
        properties.put(SchemaRegistryClientConfig.MAX_RETRIES_CONFIG, 0);
        RestService service = new RestService(addresses(settings));
        service.configure(properties);
        if (settings.credentials() != null) {
            service.setBasicAuthCredentialProvider(basic(settings.credentials()));
        }
        return service;
    }

    /** Given as an object: not every build of the client finds its own by name. */
    private static BasicAuthCredentialProvider basic(Credentials credentials) {
        UserInfoCredentialProvider provider = new UserInfoCredentialProvider();
        String pair = credentials.user() + ":" + credentials.password();
        provider.configure(Map.of(SchemaRegistryClientConfig.USER_INFO_CONFIG, pair));
        return provider;
    }

    private static String addresses(RegistrySettings settings) {
        return settings.urls().stream().map(URI::toString).collect(Collectors.joining(","));
    }

    /** The answer; empty if the registry itself says that it has no such thing. */
    <T> Optional<T> optional(String what, Call<T> call) {
        return attempts.untilAnswered(() -> once(what, call, true));
    }

    /** The answer, where having none is a refusal. */
    <T> T required(String what, Call<T> call) {
        return attempts.untilAnswered(() -> once(what, call, false)).orElseThrow();
    }

    private <T> Optional<T> once(String what, Call<T> call, boolean mayBeMissing) {
        try {
            return Optional.of(given(call.get(), "answer", what));
        } catch (RestClientException e) {
            if (HttpOutcome.isOutage(e.getStatus())) {
                throw new RegistryUnavailable("schema registry " + address + " answered HTTP " + e.getStatus(), e);
            }
            if (mayBeMissing && HttpOutcome.isNotFound(e.getStatus(), e.getErrorCode())) {
                return Optional.empty();
            }
            throw new RegistryRefused(HttpOutcome.refusal(what, address, e.getStatus(), reason(e)));
        } catch (IOException e) {
            if (isA("JsonProcessingException", e) && !isA("JsonEOFException", e)) {
                throw noRegistry(what, "the answer is not what a registry says");
            }
            throw new RegistryUnavailable("schema registry " + address + " does not answer (" + e + ")", e);
        }
    }

    /** Code 50005 is the client's own, for an error that came without a registry's words. */
    private static String reason(RestClientException e) {
        return e.getErrorCode() == 50005 || e.getErrorCode() == 0
                ? "no reason given; " + NOT_A_REGISTRY
                : String.valueOf(e.getMessage());
    }

    /** By name, since some builds of the client carry Jackson under another package; whatever it is wrapped in. */
    private static boolean isA(String className, @Nullable Throwable thrown) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            for (Class<?> type = t.getClass(); type != null; type = type.getSuperclass()) {
                if (className.equals(type.getSimpleName())) {
                    return true;
                }
            }
        }
        return false;
    }

    int number(@Nullable Integer value, String field, String what) {
        if (value == null || value < 1) {
            throw noRegistry(what, "\"" + field + "\" is " + value + " in the answer");
        }
        return value;
    }

    <T> T given(@Nullable T value, String field, String what) {
        if (value == null) {
            throw noRegistry(what, "no \"" + field + "\" in the answer");
        }
        return value;
    }

    private RegistryRefused noRegistry(String what, String wrong) {
        return new RegistryRefused(
                what + " was refused: " + wrong + "; no reason given by " + address + "; " + NOT_A_REGISTRY);
    }
}
