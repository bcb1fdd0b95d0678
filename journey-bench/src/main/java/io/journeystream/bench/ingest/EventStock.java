package io.journeystream.bench.ingest;

import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Event;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.identity.Identifiers;
import io.journeystream.ingest.events.EventJson;
import io.journeystream.local.simulator.Simulator;
import io.journeystream.local.simulator.SimulatorSettings;
import io.journeystream.registry.InMemoryRegistry;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topics;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Events made before anything is measured, on disk in the two forms that are compared: request bodies of native JSON, and
 * the keys and Avro values that Kafka is to get.
 *
 * @param bodies a length and a JSON array each, one after the other
 * @param records a length and a key, a length and a value each
 */
record EventStock(Path bodies, Path records, int events, int batch) {
    private static final Duration BACK = Duration.ofDays(5);
    private static final int CUSTOMERS = 200_000;
    private static final double ISSUES_PER_DAY = 40_000;

    /** Makes as many distinct events of the simulated organisation, all of the last days. */
    static EventStock make(Path directory, int events, int batch, Instant now) throws IOException {
        EventStock stock = new EventStock(directory.resolve("bodies"), directory.resolve("records"), events, batch);
        SimulatorSettings settings =
                SimulatorSettings.realistic(1, now.minus(BACK)).withoutDirt().sized(CUSTOMERS, ISSUES_PER_DAY);
        try (DataOutputStream bodies = output(stock.bodies);
                DataOutputStream records = output(stock.records)) {
            stock.write(new Simulator(settings), bodies, records);
        }
        return stock;
    }

    private static DataOutputStream output(Path file) throws IOException {
        return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
    }

    private void write(Simulator simulator, DataOutputStream bodies, DataOutputStream records) throws IOException {
        AvroValues values = new AvroValues(new InMemoryRegistry());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < events; i++) {
            Event event = simulator.next().event();
            body.write(i % batch == 0 ? '[' : ',');
            body.write(EventJson.bytes(event));
            write(records, Identifiers.key(event.identifiers().get(0)));
            write(records, values.of(event));
            if ((i + 1) % batch == 0 || i + 1 == events) {
                body.write(']');
                write(bodies, body.toByteArray());
                body.reset();
            }
        }
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** Values as they are on the topics. */
    private static final class AvroValues {
        private final Serializer<ChannelEvent> channel;
        private final Serializer<OperationalEvent> operational;
        private final Serializer<VocEvent> voc;

        AvroValues(SchemaRegistry registry) {
            channel = Topics.CHANNEL_EVENTS.valueSerializer(registry);
            operational = Topics.OPERATIONAL_EVENTS.valueSerializer(registry);
            voc = Topics.VOC_EVENTS.valueSerializer(registry);
        }

        byte[] of(Event event) {
            if (event instanceof Event.Channel e) {
                return channel.serialize(Topics.CHANNEL_EVENTS.name(), e.avro());
            }
            return event instanceof Event.Operational e
                    ? operational.serialize(Topics.OPERATIONAL_EVENTS.name(), e.avro())
                    : voc.serialize(Topics.VOC_EVENTS.name(), ((Event.Voc) event).avro());
        }
    }
}
