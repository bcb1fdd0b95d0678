package io.journeystream.bench.bi;

import io.journeystream.journeys.Journey;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.KafkaProperties;
import io.journeystream.serve.bi.sink.BiService;
import io.journeystream.serve.bi.sink.SinkMeters;
import io.journeystream.serve.bi.sink.SinkSettings;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Journeys in a Kafka that runs in this JVM, and the sink as {@code ./journey bi run} runs it. */
final class KafkaRun implements AutoCloseable {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    private final LocalStack stack = LocalStack.start(StackSettings.temporary());

    /** Publishes the first journeys of a stock as streams does. */
    void publish(JourneyStock stock, int journeys) throws ExecutionException, InterruptedException {
        Serializer<Journey> serializer = Topics.JOURNEYS.valueSerializer(stack.schemaRegistry());
        String topic = Topics.JOURNEYS.name();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "compression.type",
                        "lz4",
                        "batch.size",
                        128 << 10,
                        "linger.ms",
                        50),
                new StringSerializer(),
                new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int number = 0; number < journeys; number++) {
                byte[] value = serializer.serialize(topic, stock.journey(number));
                sent.add(producer.send(new ProducerRecord<>(topic, stock.id(number), value)));
            }
            for (Future<?> each : sent) {
                each.get();
            }
        }
    }

    /** From the start of the sink until all of them are in an empty star. */
    double load(DataSource database, int journeys) throws SQLException, InterruptedException {
        Connection connection = new Connection(
                stack.bootstrapServers(),
                KafkaProperties.NONE,
                RegistrySettings.of(stack.registryUrl()),
                RegistryClient.OWN,
                Registration.LOOK_UP);
        long begun = System.nanoTime();
        try (BiService sink = BiService.start(
                SinkSettings.of(new KafkaAccess(connection, ANSWER)),
                connection.recordRegistry(),
                database,
                new SinkMeters(new SimpleMeterRegistry()),
                Clock.systemUTC())) {
            while (read(database) < journeys) {
                if (System.nanoTime() - begun > LONGEST.toNanos()) {
                    throw new IllegalStateException("the sink is not done within an hour: " + sink.trouble());
                }
                Thread.sleep(LOOK_EVERY.toMillis());
            }
            return (System.nanoTime() - begun) / 1e9;
        }
    }

    private static long read(DataSource database) throws SQLException {
        try (java.sql.Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(sum(next_offset), 0) from bi.sink_offset")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() {
        stack.close();
    }
}
