package io.journeystream.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.journeystream.registry.RegistrySettings.Credentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request to whichever address of the registry answers, tried again while that can help. */
final class RegistryHttp {
    private static final Logger LOG = LoggerFactory.getLogger(RegistryHttp.class);
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final JsonMapper json = new JsonMapper();
    private final RegistrySettings settings;
    private final HttpClient client;
    private final AtomicInteger preferred = new AtomicInteger();

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.timeout())
                .build();
    }

    /**
     * A registry's answer that is not an outage.
     *
     * @param body missing if it was no JSON
     */
    record Answer(URI uri, int status, JsonNode body) {
        boolean ok() {
            return status / 100 == 2 && !body.isMissingNode();
        }

        /** The registry itself says that it has no such thing; a 404 from anybody else (proxy, wrong path) is none. */
        boolean notFound() {
            return status == 404 && errorCode() / 100 == 404;
        }

        int errorCode() {
            return body.path("error_code").asInt();
        }

        RegistryRefused refusal(String what) {
            String reason = body.path("message").asText("no reason given; is there a schema registry at this address?");
            return new RegistryRefused(what + " was refused by " + uri + " (HTTP " + status + "): " + reason);
        }
    }

    Answer get(String path) {
        return send(path, "GET", null);
    }

    Answer post(String path, JsonNode body) {
        return send(path, "POST", body);
    }

    private Answer send(String path, String method, @Nullable JsonNode body) {
        for (int attempt = 1; ; attempt++) {
            int address = preferred.get();
            URI uri = resolve(address, path);
            RegistryUnavailable outage;
            try {
                HttpResponse<String> response =
                        client.send(request(uri, method, body), BodyHandlers.ofString(StandardCharsets.UTF_8));
                if (!isOutage(response.statusCode())) {
                    return new Answer(uri, response.statusCode(), parse(response.body()));
                }
                outage = unavailable(uri, "answered HTTP " + response.statusCode(), null);
            } catch (IOException e) {
                outage = unavailable(uri, "does not answer (" + e + ")", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw unavailable(uri, "was not waited for, the thread was interrupted", e);
            }
            preferred.compareAndSet(address, (address + 1) % settings.urls().size());
            if (attempt == settings.backoff().attempts()) {
                throw outage;
            }
            LOG.debug("attempt {}: {}", attempt, outage.getMessage());
            pause(attempt, outage);
        }
    }

    private static boolean isOutage(int status) {
        return status >= 500 || status == 408 || status == 429;
    }

    private static RegistryUnavailable unavailable(URI uri, String what, @Nullable Throwable cause) {
        return new RegistryUnavailable(
                "schema registry " + uri.getScheme() + "://" + uri.getAuthority() + " " + what, cause);
    }

    private URI resolve(int address, String path) {
        String base = settings.urls().get(address).toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private HttpRequest request(URI uri, String method, @Nullable JsonNode body) {
        BodyPublisher content = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString());
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .timeout(settings.timeout())
                .header("Accept", MEDIA_TYPE + ", application/json")
                .method(method, content);
        if (body != null) {
            request.header("Content-Type", MEDIA_TYPE);
        }
        if (settings.credentials() != null) {
            request.header("Authorization", basic(settings.credentials()));
        }
        return request.build();
    }

    private static String basic(Credentials credentials) {
        byte[] pair = (credentials.user() + ":" + credentials.password()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private JsonNode parse(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private void pause(int attempt, RegistryUnavailable outage) {
        try {
            Thread.sleep(settings.backoff().after(attempt).toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw outage;
        }
    }
}
