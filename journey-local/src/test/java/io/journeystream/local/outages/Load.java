package io.journeystream.local.outages;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Clients that send batch after batch, each again until it is accepted, and then never again. */
final class Load {
    private static final int CLIENTS = 3;
    private static final int EVENTS = 12;
    private static final Duration BETWEEN = Duration.ofMillis(60);
    private static final Duration RETRY = Duration.ofMillis(500);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(40);

    private final URI target;
    private final Answers answers = new Answers();
    private final Queue<Batch> accepted = new ConcurrentLinkedQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private volatile boolean ending;

    private Load(URI target) {
        this.target = target;
    }

    static Load start(URI target, Instant end) {
        Load load = new Load(target);
        for (int client = 0; client < CLIENTS; client++) {
            Customers customers = new Customers("client" + client, client, end);
            Thread thread = new Thread(() -> load.send(customers), "client-" + client);
            thread.setDaemon(true);
            load.threads.add(thread);
            thread.start();
        }
        return load;
    }

    private void send(Customers customers) {
        try {
            while (!ending) {
                accepted.add(
                        accepted(Stream.generate(customers::event).limit(EVENTS).toList()));
                Thread.sleep(BETWEEN.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Batch accepted(List<String> events) throws InterruptedException {
        String body = String.join("\n", events);
        int attempts = 1;
        while (!isAccepted(body)) {
            attempts++;
            Thread.sleep(RETRY.toMillis());
        }
        return new Batch(events, attempts);
    }

    private boolean isAccepted(String body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-ndjson")
                .timeout(LONGEST_ANSWER)
                .POST(BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            answers.heard(answer);
            return answer.statusCode() == Answers.ACCEPTED;
        } catch (IOException e) {
            answers.cutOff();
            return false;
        }
    }

    /** Begins no new batch, and waits until those begun are accepted. */
    List<Batch> end(Duration within) throws Exception {
        ending = true;
        Until.holds(
                "every batch is accepted",
                within,
                () -> threads.stream().noneMatch(Thread::isAlive),
                answers::toString);
        return List.copyOf(accepted);
    }

    Answers answers() {
        return answers;
    }

    void stop() {
        threads.forEach(Thread::interrupt);
    }
}
