package io.journeystream.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.journeystream.registry.RegistrySettings.Credentials;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One request to whichever address of the registry answers, tried again while that can help. */
final class RegistryHttp {
    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";

    private final JsonMapper json = new JsonMapper();
    private final RegistrySettings settings;
    private final Attempts attempts;
    private final HttpClient client;
    private final AtomicInteger preferred = new AtomicInteger();

    RegistryHttp(RegistrySettings settings) {
        this.settings = settings;
        this.attempts = new Attempts(settings.backoff());
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

        boolean notFound() {
            return HttpOutcome.isNotFound(status, body.path("error_code").asInt());
        }

        RegistryRefused refusal(String what) {
            String reason = body.path("message").asText("no reason given; is there a schema registry at this address?");
            return new RegistryRefused(HttpOutcome.refusal(what, uri.toString(), status, reason));
        }
    }

    Answer get(String path) {
        return send(path, "GET", null);
    }

    Answer post(String path, JsonNode body) {
        return send(path, "POST", body);
    }

    private Answer send(String path, String method, @Nullable JsonNode body) {
        return attempts.untilAnswered(() -> {
            int address = preferred.get();
            try {
                return once(resolve(address, path), method, body);
            } catch (RegistryUnavailable outage) {
                preferred.compareAndSet(address, (address + 1) % settings.urls().size());
                throw outage;
            }
        });
    }

    private Answer once(URI uri, String method, @Nullable JsonNode body) {
        HttpResponse<String> response = response(uri, request(uri, method, body));
        if (HttpOutcome.isOutage(response.statusCode())) {
            throw unavailable(uri, "answered HTTP " + response.statusCode(), null);
        }
        return new Answer(uri, response.statusCode(), parse(uri, response));
    }

    /** Waits for the whole of it: the JDK's own time-out ends with the header, and a body may never end. */
    private HttpResponse<String> response(URI uri, HttpRequest request) {
        CompletableFuture<HttpResponse<String>> answer =
                client.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        try {
            return answer.get(settings.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unavailable(uri, "does not answer (" + e.getCause() + ")", e.getCause());
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unavailable(uri, "has not answered within " + settings.timeout(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw unavailable(uri, "was not waited for, the thread was interrupted", e);
        }
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

    private JsonNode parse(URI uri, HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (JsonEOFException e) {
            if (response.statusCode() / 100 == 2) {
                throw unavailable(uri, "answered with JSON that is cut off", e);
            }
            return MissingNode.getInstance();
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
