package io.journeystream.local.alerts;

import io.journeystream.health.CellKey;
import io.journeystream.health.Period;
import io.journeystream.health.Sums;
import io.journeystream.local.health.Cells;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Health by the hour, as health publishes it. */
final class HourlySamples {
    private HourlySamples() {}

    /** Hours of 50 journeys, so many of which were resolved at the first contact. */
    static void write(LocalStack stack, String type, Instant first, int... resolved) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int hour = 0; hour < resolved.length; hour++) {
                Sums sums = Cells.sums(50, resolved[hour], 100);
                long cohort = first.plus(Duration.ofHours(hour)).toEpochMilli();
                CellKey key = new CellKey(type, Period.HOUR, cohort, CellKey.ALL, null);
                byte[] value = Topics.HEALTH
                        .valueSerializer(stack.schemaRegistry())
                        .serialize(Topics.HEALTH.name(), Cells.cell(key, sums, new Sums()));
                producer.send(new ProducerRecord<>(Topics.HEALTH.name(), key.toString(), value))
                        .get();
            }
        }
    }
}
