package io.journeystream.bench.bi;

import io.journeystream.definitions.Definitions;
import io.journeystream.events.Event;
import io.journeystream.ingest.events.Parsed;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyContact;
import io.journeystream.journeys.JourneyEvent;
import io.journeystream.journeys.Journeys;
import io.journeystream.journeys.Leg;
import io.journeystream.local.demo.DemoDefinitions;
import io.journeystream.local.simulator.Admission;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * As many journeys as are wanted: those of some simulated weeks, again and again under other names and in other months of
 * a year. Kept as bytes, as in Kafka.
 */
final class JourneyStock {
    private static final Instant START = Instant.parse("2025-01-01T00:00:00Z");
    private static final int DAYS = 28;
    /** Makes ids that lie anywhere, as those of real journeys do. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private static final int MONTHS = 12;
    private static final int TEMPLATES = 20_000;
    private static final int CUSTOMERS = 20_000;
    private static final double ISSUES_PER_DAY = 1_000;

    private final List<byte[]> templates = new ArrayList<>();
    private final AvroDecoder<Journey> decoder;

    /** Simulates and stitches the templates. */
    JourneyStock() {
        SchemaRegistry registry = new CachingRegistry(new InMemoryRegistry());
        this.decoder = new AvroDecoder<>(registry, Journey.class);
        Serializer<Journey> serializer = Topics.JOURNEYS.valueSerializer(registry);
        Definitions definitions = DemoDefinitions.standard().definitions();
        Simulator simulator = new Simulator(
                SimulatorSettings.realistic(1, START).withoutDirt().sized(CUSTOMERS, ISSUES_PER_DAY));
        Admission admission = new Admission(new IdentifierSettings(definitions.identity(), null, Map.of(), null));
        Instant end = START.plus(Duration.ofDays(DAYS));
        List<Event> events = new ArrayList<>();
        while (simulator.nextArrival().isBefore(end)) {
            if (admission.evenLate(simulator.next()) instanceof Parsed.Accepted accepted) {
                events.add(accepted.event());
            }
        }
        new Journeys(definitions)
                .of(events, end.plus(Duration.ofDays(60)).toEpochMilli()).stream()
                        .limit(TEMPLATES)
                        .forEach(computed ->
                                templates.add(serializer.serialize(Topics.JOURNEYS.name(), computed.journey())));
    }

    /** The id of the n-th journey. */
    String id(int number) {
        return String.format(Locale.ROOT, "j_%016x%04x", (number + 1) * SPREAD, 0);
    }

    /** The n-th journey, read from bytes. */
    Journey journey(int number) {
        int round = number / templates.size();
        Journey journey = read(templates.get(number % templates.size()));
        Duration later = Duration.ofDays(30L * (round % MONTHS));
        put(journey, "journeyId", id(number));
        put(
                journey,
                "customerId",
                "c_" + journey.getCustomerId().substring(10) + String.format(Locale.ROOT, "%08x", round));
        put(journey, "startedAt", journey.getStartedAt().plus(later));
        put(journey, "activeUntil", journey.getActiveUntil().plus(later));
        for (JourneyContact contact : journey.getContacts()) {
            shift(contact, later);
            contact.getLegs().forEach((Leg leg) -> shift(leg, later));
        }
        for (JourneyEvent event : journey.getEvents()) {
            put(event, "occurredAt", event.getOccurredAt().plus(later));
        }
        return journey;
    }

    private static void shift(SpecificRecord record, Duration later) {
        for (String field : List.of("start", "end")) {
            int place = record.getSchema().getField(field).pos();
            record.put(place, ((Instant) record.get(place)).plus(later));
        }
    }

    private static void put(SpecificRecord record, String field, Object value) {
        record.put(record.getSchema().getField(field).pos(), value);
    }

    private Journey read(byte[] bytes) {
        if (decoder.decode(bytes) instanceof Decoded.Value<Journey> read) {
            return read.value();
        }
        throw new IllegalStateException("what was just written cannot be read");
    }
}
