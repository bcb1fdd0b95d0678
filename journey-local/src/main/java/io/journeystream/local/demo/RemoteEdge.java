package io.journeystream.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.journeystream.local.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An ingest that listens elsewhere, as simulated systems see it: sends until it is taken, and waits out outages. */
public final class RemoteEdge {
    private static final Duration ANSWER = Duration.ofMinutes(1);
    private static final Duration TRY_AGAIN = Duration.ofSeconds(1);
    private static final Set<Integer> ANSWERED = Set.of(202, 207, 422);
    private static final Set<Integer> COME_AGAIN = Set.of(408, 429, 500, 502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI events;
    private final @Nullable String key;
    private final Consumer<String> listener;

    /**
     * @param address such as {@code http://127.0.0.1:8080}
     * @param key of a client; null if ingest asks for none
     * @param listener told what is waited for
     */
    public RemoteEdge(URI address, @Nullable String key, Consumer<String> listener) {
        this.events = address.resolve("/v1/events");
        this.key = key;
        this.listener = listener;
    }

    /** What became of a batch. */
    public record Answer(long accepted, long rejected) {}

    /**
     * Returns when all of it is in Kafka or refused.
     *
     * @param lines events, a JSON object each, with line breaks between
     * @throws Failure if it will never be taken
     */
    public Answer send(byte[] lines) throws InterruptedException {
        String said = "";
        while (true) {
            String why;
            try {
                HttpResponse<String> answer = client.send(request(lines), BodyHandlers.ofString());
                if (ANSWERED.contains(answer.statusCode())) {
                    return counts(answer.body());
                }
                if (!COME_AGAIN.contains(answer.statusCode())) {
                    throw new Failure(events + " answers " + answer.statusCode() + ": " + beginning(answer.body()));
                }
                why = "answers " + answer.statusCode();
            } catch (IOException e) {
                why = "is not reached (" + e.getClass().getSimpleName() + ")";
            }
            if (!why.equals(said)) {
                said = why;
                listener.accept(events + " " + why + ", which is tried again");
            }
            Thread.sleep(TRY_AGAIN.toMillis());
        }
    }

    private HttpRequest request(byte[] lines) {
        HttpRequest.Builder request = HttpRequest.newBuilder(events)
                .timeout(ANSWER)
                .header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofByteArray(lines));
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        return request.build();
    }

    private static Answer counts(String body) throws IOException {
        JsonNode counts = JSON.readTree(body);
        return new Answer(
                counts.path("accepted").asLong(), counts.path("rejected").asLong());
    }

    private static String beginning(String text) {
        return text.substring(0, Math.min(300, text.length()));
    }
}
