package io.journeystream.serve.http;

import io.javalin.config.RoutesConfig;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.http.Bodies;
import io.journeystream.runtime.http.ByteBudget;
import io.journeystream.runtime.http.HttpService;
import io.journeystream.runtime.http.OpenApi;
import io.journeystream.runtime.keys.Authorisation;
import io.journeystream.runtime.keys.KeyFile;
import io.journeystream.runtime.keys.Scope;
import io.journeystream.runtime.monitoring.Health;
import io.journeystream.runtime.monitoring.Metrics;
import io.journeystream.runtime.monitoring.MonitoringRoutes;
import io.journeystream.runtime.monitoring.RequestCount;
import io.journeystream.serve.alerts.subscriptions.SubscriptionDesk;
import io.journeystream.serve.commands.CommandDesk;
import io.journeystream.serve.identity.TypedNames;
import io.journeystream.serve.reading.KafkaAccess;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers over HTTP who is whom, and takes in what people lay down about it. Listens although Kafka or the registry are
 * away, and is not ready until both are there.
 */
public final class ServeService implements AutoCloseable {
    private static final String NAME = "serve";
    private static final Duration KAFKA_PATIENCE = Duration.ofSeconds(10);
    private static final int ODATA_AT_ONCE = 8;
    private static final long ALL_BODIES = 4 * 1024 * 1024;

    private final ServeSettings settings;
    private final SchemaRegistry registry;
    private final Clock clock;
    private final KafkaAccess kafka;
    private final Metrics metrics = new Metrics();
    private final ServeMeters meters = new ServeMeters(metrics.registry());
    private final Places reading;
    private final Places commanding;
    private final Surroundings surroundings;
    private final Gate gate;
    private final AlertAccess alerts;
    private final @Nullable DataSource feeds;
    private final Places odata;
    private final HttpService http;

    private ServeService(
            ServeSettings settings,
            SchemaRegistry registry,
            AlertAccess alerts,
            @Nullable DataSource feeds,
            Clock clock) {
        this.settings = settings;
        this.alerts = alerts;
        this.feeds = feeds;
        this.registry = registry;
        this.clock = clock;
        this.kafka = new KafkaAccess(settings.connection(), KAFKA_PATIENCE);
        KeyFile keys = settings.keyFile() == null ? null : KeyFile.open(settings.keyFile());
        Authorisation authorisation = new Authorisation(keys);
        this.reading = new Places("questions", settings.limits().reads());
        this.commanding = new Places("commands", settings.limits().commands());
        this.odata = new Places("questions to the feeds", ODATA_AT_ONCE);
        this.surroundings = new Surroundings(kafka);
        this.gate = new Gate(authorisation, surroundings);
        meters.watch(reading, commanding);
        try {
            this.http = HttpService.start(NAME, settings.http(), routes -> addTo(routes, authorisation));
        } catch (RuntimeException e) {
            closeParts();
            throw e;
        }
    }

    /**
     * Starts to listen, and to answer as soon as Kafka and the registry are there.
     *
     * @see #listen
     */
    public static ServeService start(ServeSettings settings, SchemaRegistry registry, AlertAccess alerts, Clock clock) {
        ServeService service = listen(settings, registry, alerts, clock);
        service.begin();
        return service;
    }

    /**
     * Starts to listen, so that others can ask how it is; answers that it is not ready before {@link #begin}.
     *
     * @param registry where schemas are found, as soon as it answers
     * @param alerts how they reach people
     * @param clock tells when something is laid down
     * @throws io.journeystream.runtime.http.CannotListen if the address is taken or not this machine's
     * @throws IllegalArgumentException if the file of keys cannot be used
     */
    public static ServeService listen(
            ServeSettings settings, SchemaRegistry registry, AlertAccess alerts, Clock clock) {
        return listen(settings, registry, alerts, null, clock);
    }

    /**
     * The same, with the views of the feeds as OData beside it.
     *
     * @param feeds the database that has them; null for none
     */
    public static ServeService listen(
            ServeSettings settings,
            SchemaRegistry registry,
            AlertAccess alerts,
            @Nullable DataSource feeds,
            Clock clock) {
        return new ServeService(settings, registry, alerts, feeds, clock);
    }

    /** Answers from now on, whenever Kafka and the registry are there. */
    public void begin() {
        surroundings.begin();
    }

    private void addTo(RoutesConfig routes, Authorisation authorisation) {
        new QuestionRoutes(settings, kafka, registry, gate, reading, meters).addTo(routes);
        commands().addTo(routes);
        subscriptions().addTo(routes);
        if (feeds != null) {
            new ODataRoutes(gate, feeds, odata).addTo(routes);
        }
        OpenApi.beside(ServeService.class).addTo(routes);
        new MonitoringRoutes(health(), metrics)
                .addTo(routes, context -> authorisation.require(context, Scope.MONITORING_READ));
        new RequestCount(metrics, NAME).addTo(routes);
    }

    private CommandRoute commands() {
        CommandDesk desk =
                new CommandDesk(kafka, registry, settings.definitions().identity(), settings.applicationId(), clock);
        CommandReader reader = new CommandReader(new TypedNames(settings.spelling()), clock);
        return new CommandRoute(gate, bodies(), reader, desk, commanding, meters, this::threads);
    }

    private SubscriptionRoutes subscriptions() {
        SubscriptionDesk desk = new SubscriptionDesk(kafka, registry, clock);
        return new SubscriptionRoutes(gate, bodies(), desk, alerts, reading, commanding, this::threads);
    }

    private Bodies bodies() {
        return new Bodies(settings.limits().body(), new ByteBudget(ALL_BODIES));
    }

    private Executor threads() {
        return Objects.requireNonNull(http).threads();
    }

    private Health health() {
        return Health.builder()
                .ready("kafka", surroundings::trouble)
                .ready("running", () -> gate.isClosed() ? "is about to stop" : null)
                .build();
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    /** Refuses new requests, and gives up those under way with an answer that says so. */
    @Override
    public void close() {
        gate.close();
        reading.close();
        commanding.close();
        odata.close();
        http.close();
        closeParts();
    }

    private void closeParts() {
        reading.close();
        commanding.close();
        odata.close();
        surroundings.close();
        metrics.close();
    }
}
