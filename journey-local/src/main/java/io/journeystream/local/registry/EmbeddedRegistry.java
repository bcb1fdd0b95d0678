package io.journeystream.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.journeystream.local.machine.LoopbackPort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A schema registry in this process, on loopback, that keeps what it knows in Kafka. */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final String PORT_FLAG = "--registry-port";
    private static final int THREADS = 4;

    private final HttpServer server;
    private final ExecutorService threads;
    private final SchemaLog log;

    private EmbeddedRegistry(HttpServer server, ExecutorService threads, SchemaLog log) {
        this.server = server;
        this.threads = threads;
        this.log = log;
    }

    /**
     * Starts on what the broker's {@code _schemas} topic holds, which is made if there is none.
     *
     * @param port 0 for a free one
     * @throws io.journeystream.local.machine.CannotStart if the port is taken
     */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        HttpServer server = bind(port);
        SchemaLog log = new SchemaLog(bootstrapServers);
        RegistryRoutes routes = new RegistryRoutes(new RegistryService(log));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, EmbeddedRegistry::daemon);
        server.createContext("/", exchange -> handle(exchange, routes));
        server.setExecutor(threads);
        server.start();
        return new EmbeddedRegistry(server, threads, log);
    }

    private static HttpServer bind(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw LoopbackPort.taken(port, "schema registry", PORT_FLAG, e);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "schema-registry");
        thread.setDaemon(true);
        return thread;
    }

    private static void handle(HttpExchange exchange, RegistryRoutes routes) throws IOException {
        try (exchange) {
            try {
                answer(exchange, 200, routes.answer(RestRequest.of(exchange)));
            } catch (RestError e) {
                answer(exchange, e.status(), Json.error(e.code(), String.valueOf(e.getMessage())));
            } catch (RuntimeException e) {
                LOG.warn("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                answer(exchange, 500, Json.error(50001, "Error in the backend data store: " + e));
            }
        }
    }

    private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    /** Base address for clients. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        log.close();
    }
}
