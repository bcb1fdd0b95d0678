package io.journeystream.bench.ingest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** Clients that post batch after batch, each as soon as the one before is answered, and do as they are told by 429. */
final class HttpLoad {
    private final URI events;
    private final int clients;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicLong answered = new AtomicLong();
    private final AtomicLong toldToWait = new AtomicLong();

    HttpLoad(URI events, int clients) {
        this.events = events;
        this.clients = clients;
    }

    /** Batches answered with 202 so far. */
    long answered() {
        return answered.get();
    }

    /** Answers that asked to come again later. */
    long toldToWait() {
        return toldToWait.get();
    }

    /** Waits until events are taken in. */
    void awaitReady() throws IOException, InterruptedException {
        HttpRequest ready =
                HttpRequest.newBuilder(events.resolve("/health/ready")).build();
        while (http.send(ready, BodyHandlers.ofString()).statusCode() != 200) {
            Thread.sleep(100);
        }
    }

    /** Posts all of the stock; events a second. */
    double rate(EventStock stock) throws IOException, InterruptedException {
        long began = System.nanoTime();
        ExecutorService pool = Executors.newFixedThreadPool(clients);
        try (Lengthened bodies = new Lengthened(stock.bodies())) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                running.add(pool.submit(() -> post(bodies)));
            }
            for (Future<?> client : running) {
                client.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a client did not get through: " + e.getCause(), e);
        } finally {
            pool.shutdownNow();
        }
        return stock.events() / ((System.nanoTime() - began) / 1e9);
    }

    private Void post(Lengthened bodies) throws IOException, InterruptedException {
        for (byte[] body = bodies.next(); body != null; body = bodies.next()) {
            while (!accepted(body)) {
                toldToWait.incrementAndGet();
            }
            answered.incrementAndGet();
        }
        return null;
    }

    private boolean accepted(byte[] body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        if (response.statusCode() == 202) {
            return true;
        }
        if (response.statusCode() == 429) {
            long seconds = response.headers().firstValueAsLong("Retry-After").orElse(1);
            Thread.sleep(seconds * 1_000);
            return false;
        }
        throw new IOException("answered " + response.statusCode() + ": " + response.body());
    }
}
