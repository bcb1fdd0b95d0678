package io.journeystream.runtime.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.util.JavalinException;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * An HTTP server whose every error is a {@link Problem}, with neither stack traces nor names of software in it. Requests
 * under way are finished before it is closed.
 */
public final class HttpService implements AutoCloseable {
    private static final int HEADER_BYTES = 16 * 1024;
    private static final int FEWEST_THREADS = 4;
    private static final int THREAD_IDLE_MILLIS = 60_000;
    private static final int WAITING_CONNECTIONS = 256;
    private static final Duration FINISHING = Duration.ofSeconds(35);

    private final Javalin javalin;
    private final QueuedThreadPool threads;

    private HttpService(Javalin javalin, QueuedThreadPool threads) {
        this.javalin = javalin;
        this.threads = threads;
    }

    /**
     * Starts to listen.
     *
     * @param name of its threads
     * @param routes adds the handlers
     * @throws CannotListen if the address is taken or not this machine's
     */
    public static HttpService start(String name, HttpSettings settings, Consumer<RoutesConfig> routes) {
        QueuedThreadPool threads = new QueuedThreadPool(settings.threads(), FEWEST_THREADS, THREAD_IDLE_MILLIS);
        threads.setName(name);
        Javalin javalin = Javalin.create(config -> {
            configure(config, settings, threads);
            routes.accept(config.routes);
            ErrorAnswers.addTo(config.routes);
        });
        try {
            javalin.start();
        } catch (JavalinException e) {
            stopQuietly(javalin);
            throw new CannotListen(settings, e);
        }
        return new HttpService(javalin, threads);
    }

    private static void stopQuietly(Javalin javalin) {
        try {
            javalin.stop();
        } catch (JavalinException e) {
            // it never began; why is told
        }
    }

    private static void configure(JavalinConfig config, HttpSettings settings, QueuedThreadPool threads) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.asyncTimeout = 0; // handlers answer in time themselves
        config.jetty.threadPool = threads;
        config.jetty.modifyHttpConfiguration(HttpService::configure);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyErrors());
            server.setStopTimeout(FINISHING.toMillis());
        });
        config.jetty.addConnector((server, http) -> connector(server, http, settings));
    }

    private static void configure(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendXPoweredBy(false);
        http.setRequestHeaderSize(HEADER_BYTES);
        http.setUriCompliance(UriCompliance.RFC3986);
    }

    private static Connector connector(Server server, HttpConfiguration http, HttpSettings settings) {
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setIdleTimeout(settings.idle().toMillis());
        connector.setAcceptQueueSize(WAITING_CONNECTIONS);
        return connector;
    }

    /** The port it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Its threads, for what goes on after an answer of somebody else. */
    public Executor threads() {
        return threads;
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
