package io.journeystream.local.alerts;

import com.sun.net.httpserver.HttpServer;
import io.journeystream.serve.alerts.targets.Channel;
import io.journeystream.serve.alerts.targets.Notice;
import io.journeystream.serve.alerts.targets.Sent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A receiver over HTTP, which keeps what it is sent and, while it is slow, does not answer. */
final class Doorbell implements AutoCloseable {
    /** {@code n_... +a}: the id of the notice, and what it tells. */
    final List<String> rings = new CopyOnWriteArrayList<>();

    volatile CountDownLatch answers = new CountDownLatch(0);
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    Doorbell() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            rings.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            try {
                answers.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    /** Those that tell of this alert. */
    List<String> rings(String fingerprint) {
        return rings.stream().filter(ring -> ring.contains(fingerprint)).toList();
    }

    /** The way there, for whichever subscription. */
    static Channel to(String url) {
        HttpClient http = HttpClient.newHttpClient();
        return new Channel() {
            @Override
            public Sent send(Notice notice) {
                return ring(http, url, notice);
            }

            @Override
            public void close() {
                // the client ends with its last request
            }
        };
    }

    private static Sent ring(HttpClient http, String url, Notice notice) {
        StringBuilder said = new StringBuilder(notice.id());
        notice.alerts()
                .forEach(alert ->
                        said.append(alert.getResolvedAt() == null ? " +" : " -").append(alert.getFingerprint()));
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .POST(HttpRequest.BodyPublishers.ofString(said.toString()))
                .build();
        try {
            http.send(request, HttpResponse.BodyHandlers.discarding());
            return new Sent.Accepted();
        } catch (IOException e) {
            return new Sent.Failed(e.getClass().getName(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sent.Failed("interrupted", null);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
