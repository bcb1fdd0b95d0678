package io.journeystream.local.serve;

import io.journeystream.events.Identifier;
import io.journeystream.journeys.Journey;
import io.journeystream.local.cli.Installation;
import io.journeystream.local.http.Caller;
import io.journeystream.local.http.Caller.Answer;
import io.journeystream.local.stitching.Published;
import io.journeystream.runtime.http.BodyLimits;
import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import io.journeystream.serve.http.ServeService;
import io.journeystream.serve.http.ServeSettings;
import io.journeystream.streams.StitchingService;
import io.journeystream.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Servers that are set up in all the ways that answers depend on, in front of one Kafka or of none. */
final class Fleet implements AutoCloseable {
    static final int BYTES = 2_000;
    static final String READER = ApiKey.newSecret();
    static final String WRITER = ApiKey.newSecret();
    static final String WATCHER = ApiKey.newSecret();
    static final String LISTENER = ApiKey.newSecret();
    static final String BILLING = ApiKey.newSecret();

    /** Nobody but a faulty server stumbles over it. */
    static final Identifier FAULT = new Identifier("fault", "x");

    /** The journey of the web session, and of the call. */
    static final String OF_SESSION = "j_6fe317ac3db5b13522c1";

    private static final String NOBODY = "127.0.0.1:1";

    final Installation installed;
    final StitchingService streams;
    private final ServeService open;
    private final ServeService narrow;
    private final ServeService guarded;
    private final ServeService away;
    private final Map<ServeService, Caller> callers;

    Fleet(Path directory) throws Exception {
        installed = new Installation(directory);
        streams = installed.streams();
        streams.start();
        ServeSettings settings = Servers.settings(installed.stack());
        open = start(settings);
        narrow = start(narrow(settings));
        guarded = start(settings.withKeys(keys(directory)));
        away = start(Servers.settings(NOBODY, "http://" + NOBODY));
        callers = Stream.of(open, narrow, guarded, away)
                .collect(Collectors.toMap(service -> service, service -> new Caller(service.port())));
        for (Caller caller : List.of(open(), narrow(), guarded())) {
            Servers.awaitReady(caller);
        }
        begin();
    }

    /** All that happens before anybody asks: the examples of docs/identity.md, and more people. */
    private void begin() throws InterruptedException {
        Instant now = Instant.parse("2026-03-01T00:00:00Z");
        installed.send(now, Contacts.apart());
        Installation.settle(streams);
        installed.send(
                now,
                Contacts.login(),
                Contacts.call("e1", 0, "bob-4711", "device-123"),
                Contacts.call("e2", 60, "alex-0815", "device-123"),
                Contacts.call("e3", 0, "dora", "tablet"),
                Contacts.call("e4", 60, "emil", "tablet"),
                Contacts.call("e5", 0, "carol", "phone-of-carol"));
        Installation.settle(streams);
    }

    private ServeService start(ServeSettings settings) {
        return ServeService.start(settings, installed.stack().schemaRegistry(), Servers.alerts(), Clock.systemUTC());
    }

    private static ServeSettings narrow(ServeSettings settings) {
        return settings.with(new ServeSettings.Limits(
                        1, Duration.ofMinutes(1), 1, new BodyLimits(BYTES, BYTES, Duration.ofMillis(500))))
                .with(Fleet::faulty);
    }

    private static Optional<Identifier> faulty(Identifier written) {
        if (written.equals(FAULT)) {
            throw new IllegalStateException("it is faulty, as the test wants");
        }
        return Optional.of(written);
    }

    private static Path keys(Path directory) throws Exception {
        return Files.write(
                directory.resolve("keys.txt"),
                List.of(
                        line("reader", READER, Scope.IDENTITY_READ),
                        line("writer", WRITER, Scope.IDENTITY_WRITE),
                        line("watcher", WATCHER, Scope.MONITORING_READ),
                        line("listener", LISTENER, Scope.ALERTS_READ),
                        new ApiKey(
                                        "billing",
                                        ApiKey.hashOf(BILLING),
                                        Set.of(Scope.ALERTS_WRITE),
                                        Set.of(),
                                        Set.of("billing"))
                                .line()));
    }

    private static String line(String name, String secret, Scope scope) {
        return new ApiKey(name, ApiKey.hashOf(secret), Set.of(scope), Set.of()).line();
    }

    Caller open() {
        return caller(open);
    }

    /** Does one thing at a time, wants small bodies soon, and stumbles over {@link #FAULT}. */
    Caller narrow() {
        return caller(narrow);
    }

    private Caller caller(ServeService service) {
        return Objects.requireNonNull(callers.get(service));
    }

    int narrowPort() {
        return narrow.port();
    }

    int openPort() {
        return open.port();
    }

    Caller guarded() {
        return caller(guarded);
    }

    Caller away() {
        return caller(away);
    }

    /** As if streams had published a journey that the events do not give. */
    void publish(String journeyId) throws Exception {
        Journey like = Objects.requireNonNull(Published.live(installed.stack()).get(OF_SESSION));
        byte[] journey = Topics.JOURNEYS
                .valueSerializer(installed.stack().schemaRegistry())
                .serialize(
                        Topics.JOURNEYS.name(),
                        Journey.newBuilder(like).setJourneyId(journeyId).build());
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", installed.stack().bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(Topics.JOURNEYS.name(), journeyId, journey))
                    .get();
        }
    }

    /** Of many at once, an answer that there are too many. */
    static Answer crowded(Callable<Answer> request) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(6);
        try {
            for (Future<Answer> answer :
                    clients.invokeAll(List.of(request, request, request, request, request, request))) {
                if (answer.get().status() == 429) {
                    return answer.get();
                }
            }
            throw new AssertionError("nobody was told that there are too many");
        } finally {
            clients.shutdownNow();
        }
    }

    @Override
    public void close() {
        for (ServeService service : List.of(open, narrow, guarded, away)) {
            service.close();
        }
        streams.close();
        installed.close();
    }
}
