package io.journeystream.local.bi;

import io.journeystream.clock.ClockTick;
import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.health.Contribution;
import io.journeystream.health.Health;
import io.journeystream.health.HealthRecords;
import io.journeystream.identity.Identity;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Journeys;
import io.journeystream.local.demo.DemoDefinitions;
import io.journeystream.local.simulator.Admission;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** What streams would publish of some simulated weeks, put into the topics without it. */
final class Facts implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-10T00:00:00Z");
    private static final Duration SPAN = Duration.ofDays(35);

    private final SchemaRegistry registry;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Facts(LocalStack stack) {
        this.registry = stack.schemaRegistry();
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "linger.ms", 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Journeys of so many issues a day, with the health and the flows that they come to. */
    List<Journey> simulated(long seed, double issuesPerDay) {
        Definitions definitions = DemoDefinitions.standard().definitions();
        Simulator simulator = new Simulator(
                SimulatorSettings.realistic(seed, START).withoutDirt().sized(500, issuesPerDay));
        Admission admission = new Admission(new IdentifierSettings(definitions.identity(), null, Map.of(), null));
        List<Event> events = new ArrayList<>();
        while (simulator.nextArrival().isBefore(START.plus(SPAN))) {
            if (admission.evenLate(simulator.next()) instanceof Parsed.Accepted accepted) {
                events.add(accepted.event());
            }
        }
        List<Journey> journeys = new ArrayList<>();
        new Journeys(definitions)
                .of(events, START.plus(SPAN).toEpochMilli())
                .forEach(computed -> journeys.add(computed.journey()));
        return journeys;
    }

    /** Journeys as they are, each after an older version of itself, and one that is nobody's for each ten. */
    void publish(List<Journey> journeys) {
        int number = 0;
        for (Journey journey : journeys) {
            if (number % 3 == 0) {
                send(Topics.JOURNEYS, journey.getJourneyId(), older(journey));
            }
            if (number % 10 == 0) {
                send(Topics.JOURNEYS, "j_gone" + journey.getJourneyId().substring(6), gone(journey, number));
            }
            number++;
        }
        journeys.forEach(journey -> send(Topics.JOURNEYS, journey.getJourneyId(), journey));
        journeys.forEach(journey -> send(
                Topics.IDENTITIES,
                "account:" + journey.getCustomerId(),
                new Identity(
                        new Identifier("account", journey.getCustomerId()),
                        journey.getCustomerId(),
                        journey.getStartedAt())));
        health(journeys);
        tick(START.plus(SPAN));
        flush();
    }

    private void health(List<Journey> journeys) {
        Health health = new Health();
        Map<String, String> teams = DemoDefinitions.standard().definitions().teams();
        journeys.forEach(
                journey -> Contribution.of(journey).ifPresent(counts -> health.add(counts, List.of("segment"))));
        health.cells()
                .forEach((key, sums) ->
                        send(Topics.HEALTH, key.toString(), HealthRecords.of(key, teams.get(key.type()), sums)));
        health.flows()
                .forEach((key, sums) ->
                        send(Topics.FLOWS, key.toString(), HealthRecords.of(key, teams.get(key.type()), sums)));
    }

    /** As it was before its last contacts, and in another month. */
    private static Journey older(Journey journey) {
        return Journey.newBuilder(journey)
                .setContacts(journey.getContacts()
                        .subList(0, Math.min(1, journey.getContacts().size())))
                .setStartedAt(journey.getStartedAt().minus(Duration.ofDays(31)))
                .build();
    }

    static Journey gone(Journey journey, int number) {
        return Journey.newBuilder(journey)
                .setStatus(number % 20 == 0 ? JourneyStatus.SUPERSEDED : JourneyStatus.ERASED)
                .setCustomerId("")
                .build();
    }

    <V extends SpecificRecord> void send(Topic<String, V> topic, String key, V value) {
        byte[] bytes = topic.valueSerializer(registry).serialize(topic.name(), value);
        sent.add(producer.send(new ProducerRecord<>(topic.name(), key, bytes)));
    }

    /** Time has come that far. */
    void tick(Instant time) {
        byte[] tick = Topics.CLOCK
                .valueSerializer(registry)
                .serialize(
                        Topics.CLOCK.name(),
                        ClockTick.newBuilder().setTime(time).setOrigin("test").build());
        sent.add(producer.send(new ProducerRecord<>(Topics.CLOCK.name(), null, tick)));
    }

    void end(Topic<String, ?> topic, String key) {
        sent.add(producer.send(new ProducerRecord<>(topic.name(), key, null)));
    }

    /** Returns when all that was sent is in Kafka. */
    void flush() {
        sent.forEach(each -> {
            try {
                each.get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException("not in Kafka", e);
            }
        });
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }
}
