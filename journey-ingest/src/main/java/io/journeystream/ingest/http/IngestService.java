package io.journeystream.ingest.http;

import io.javalin.config.RoutesConfig;
import io.journeystream.ingest.clock.Ticker;
import io.journeystream.ingest.events.ArrivalRule;
import io.journeystream.ingest.events.EventParser;
import io.journeystream.ingest.identifiers.IdentifierNormaliser;
import io.journeystream.ingest.intake.Intake;
import io.journeystream.ingest.producing.RequestProducer;
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
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The edge over HTTP: takes in events, ticks the clock, tells how it is. Listens although Kafka or the registry are away,
 * and is not ready until both are there.
 */
public final class IngestService implements AutoCloseable {
    private static final String ORIGIN = "ingest";

    private final RequestProducer producer;
    private final Metrics metrics = new Metrics();
    private final IngestMeters meters = new IngestMeters(metrics.registry());
    private volatile boolean stopping;
    private final HttpService http;
    private final IngestSettings settings;
    private final Clock clock;
    private @Nullable Ticker ticker;

    private IngestService(IngestSettings settings, SchemaRegistry registry, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        KeyFile keys = settings.keyFile() == null ? null : KeyFile.open(settings.keyFile());
        this.producer = RequestProducer.connect(settings.kafka(), registry, settings.requests(), clock);
        try {
            this.http = open(new Authorisation(keys));
        } catch (RuntimeException e) {
            producer.close();
            metrics.close();
            throw e;
        }
    }

    /**
     * Starts to listen, and to take in events as soon as Kafka and the registry are there.
     *
     * @see #listen
     */
    public static IngestService start(IngestSettings settings, SchemaRegistry registry, Clock clock) {
        IngestService service = listen(settings, registry, clock);
        service.begin();
        return service;
    }

    /**
     * Starts to listen, so that others can ask how it is; writes nothing, and answers that it is not ready, before
     * {@link #begin}.
     *
     * @param registry where schemas are registered, as soon as it answers
     * @param clock of the edge
     * @throws io.journeystream.runtime.http.CannotListen if the address is taken or not this machine's
     * @throws IllegalArgumentException if the file of keys cannot be used
     */
    public static IngestService listen(IngestSettings settings, SchemaRegistry registry, Clock clock) {
        return new IngestService(settings, registry, clock);
    }

    /** Ticks, and takes in events once Kafka has acknowledged the first tick. */
    public void begin() {
        ticker = Ticker.start(clock, settings.tickInterval(), time -> {
            producer.tick(time, ORIGIN);
            meters.ticked();
        });
    }

    /** Why it takes in no events now, for a person to read; empty if it does. */
    public Optional<String> trouble() {
        return Optional.ofNullable(producer.trouble());
    }

    private HttpService open(Authorisation authorisation) {
        ByteBudget memory = new ByteBudget(settings.limits().allBodies());
        meters.watch(producer, memory);
        ArrivalRule arrival = new ArrivalRule(clock, settings.futureTolerance(), settings.lateness());
        EventParser parser = new EventParser(new IdentifierNormaliser(settings.identifiers()));
        Intake intake = new Intake(parser, arrival, producer, settings.limits().items());
        Bodies bodies = new Bodies(settings.limits().body(), memory);
        EventsRoute events = new EventsRoute(authorisation, bodies, intake, meters, this::threads, () -> stopping);
        MonitoringRoutes monitoring = new MonitoringRoutes(health(), metrics);
        return HttpService.start(ORIGIN, settings.http(), routes -> {
            addTo(routes, events);
            monitoring.addTo(routes, context -> authorisation.require(context, Scope.MONITORING_READ));
        });
    }

    private void addTo(RoutesConfig routes, EventsRoute events) {
        routes.post(EventsRoute.PATH, events::handle);
        OpenApi.beside(IngestService.class).addTo(routes);
        new RequestCount(metrics, ORIGIN).addTo(routes);
    }

    private Executor threads() {
        return Objects.requireNonNull(http).threads();
    }

    private Health health() {
        return Health.builder()
                .live("producer", producer::deadlock)
                .ready("kafka", producer::trouble)
                .ready("back-pressure", this::fullness)
                .ready("running", () -> stopping ? "is about to stop" : null)
                .build();
    }

    private @Nullable String fullness() {
        return producer.isFull() ? "Kafka takes in less than is sent" : null;
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    /** Refuses new requests, finishes those under way, and sends what is left. */
    @Override
    public void close() {
        stopping = true;
        http.close();
        if (ticker != null) {
            ticker.close();
        }
        producer.close();
        metrics.close();
    }
}
