package io.journeystream.sql;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.AlertStatus;
import io.journeystream.alerts.Severity;
import io.journeystream.clock.ClockTick;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.health.Contribution;
import io.journeystream.health.Corrections;
import io.journeystream.health.Health;
import io.journeystream.health.HealthRecords;
import io.journeystream.identity.Identity;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.journeys.Journeys;
import io.journeystream.journeys.Maturity;
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
import org.jspecify.annotations.Nullable;

/**
 * What streams would publish of some simulated weeks, with all that topics have besides: older records of a key, journeys
 * that are no more, keys that have ended, corrections, an alert, definitions, ticks.
 */
final class SampleTopics implements AutoCloseable {
    static final Instant START = Instant.parse("2026-01-10T00:00:00Z");
    static final Instant END = START.plus(Duration.ofDays(35));
    private static final int OLDER = 3;
    private static final int GONE = 10;

    private final SchemaRegistry registry;
    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    private SampleTopics(LocalStack stack) {
        this.registry = stack.schemaRegistry();
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers(), "linger.ms", 20),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Gives the journeys that live. */
    static List<Journey> fill(LocalStack stack) {
        try (SampleTopics topics = new SampleTopics(stack)) {
            List<Journey> journeys = simulated();
            topics.surroundings();
            topics.journeys(journeys);
            topics.identities(journeys);
            topics.health(journeys);
            topics.corrections(journeys);
            topics.alerts();
            topics.flush();
            return journeys;
        }
    }

    private static List<Journey> simulated() {
        var definitions = DemoDefinitions.standard().definitions();
        Simulator simulator = new Simulator(
                SimulatorSettings.realistic(7, START).withoutDirt().sized(500, 25));
        Admission admission = new Admission(new IdentifierSettings(definitions.identity(), null, Map.of(), null));
        List<Event> events = new ArrayList<>();
        while (simulator.nextArrival().isBefore(END)) {
            if (admission.evenLate(simulator.next()) instanceof Parsed.Accepted accepted) {
                events.add(accepted.event());
            }
        }
        List<Journey> journeys = new ArrayList<>();
        new Journeys(definitions).of(events, END.toEpochMilli()).forEach(computed -> journeys.add(computed.journey()));
        return journeys;
    }

    private void surroundings() {
        StandingDefinitions laid = new StandingDefinitions(DemoDefinitions.standard(), START.toEpochMilli(), "ada");
        send(Topics.DEFINITIONS, laid.written().id(), laid.published());
        byte[] tick = Topics.CLOCK
                .valueSerializer(registry)
                .serialize(
                        Topics.CLOCK.name(),
                        ClockTick.newBuilder().setTime(END).setOrigin("test").build());
        sent.add(producer.send(new ProducerRecord<>(Topics.CLOCK.name(), null, tick)));
    }

    private void journeys(List<Journey> journeys) {
        for (int number = 0; number < journeys.size(); number++) {
            Journey journey = journeys.get(number);
            if (number % OLDER == 0) {
                send(
                        Topics.JOURNEYS,
                        journey.getJourneyId(),
                        Journey.newBuilder(journey).setContacts(List.of()).build());
            }
            if (number % GONE == 0) {
                String id = "j_gone" + number;
                send(Topics.JOURNEYS, id, journey);
                send(Topics.JOURNEYS, id, number % (2 * GONE) == 0 ? gone(journey) : null);
            }
        }
        journeys.forEach(journey -> send(Topics.JOURNEYS, journey.getJourneyId(), journey));
    }

    private static Journey gone(Journey journey) {
        return Journey.newBuilder(journey)
                .setStatus(JourneyStatus.SUPERSEDED)
                .setCustomerId("")
                .build();
    }

    private void identities(List<Journey> journeys) {
        for (Journey journey : journeys) {
            for (String type : List.of("account", "phone")) {
                Identifier identifier = new Identifier(type, journey.getCustomerId());
                send(
                        Topics.IDENTITIES,
                        type + ":" + journey.getCustomerId(),
                        new Identity(identifier, journey.getCustomerId(), journey.getStartedAt()));
            }
        }
        send(Topics.IDENTITIES, "phone:" + journeys.get(0).getCustomerId(), null);
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

    private void corrections(List<Journey> journeys) {
        journeys.stream()
                .filter(journey -> journey.getMaturity() == Maturity.MATURED)
                .limit(3)
                .flatMap(journey -> Corrections.of(Contribution.of(journey).orElseThrow(), null, journey).stream())
                .forEach(each -> send(Topics.CORRECTIONS, each.getJourneyId(), each));
    }

    private void alerts() {
        Alert alert = Alert.newBuilder()
                .setFingerprint("f1")
                .setRule("effort-high")
                .setStatus(AlertStatus.FIRING)
                .setSeverity(Severity.CRITICAL)
                .setType("billing")
                .setTeam("billing")
                .setDimension("ALL")
                .setLabels(Map.of("runbook", "it's \"there\""))
                .setMetric("effort")
                .setMeasured(51.5)
                .setAgainst(40.0)
                .setSample(120)
                .setWindowFrom(START)
                .setWindowTo(START.plus(Duration.ofDays(1)))
                .setSince(START)
                .setLastBadAt(START.plus(Duration.ofDays(1)))
                .setFiredAt(START.plus(Duration.ofDays(1)))
                .setAskedAt(START.plus(Duration.ofDays(2)))
                .setCells(List.of())
                .setMessage("effort is high\nfor a day")
                .build();
        send(Topics.ALERTS, alert.getFingerprint(), alert);
    }

    private <V extends SpecificRecord> void send(Topic<String, V> topic, String key, @Nullable V value) {
        byte[] bytes = value == null ? null : topic.valueSerializer(registry).serialize(topic.name(), value);
        sent.add(producer.send(new ProducerRecord<>(topic.name(), key, bytes)));
    }

    private void flush() {
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
