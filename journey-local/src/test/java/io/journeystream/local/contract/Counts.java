package io.journeystream.local.contract;

import io.journeystream.journeys.Journey;
import io.journeystream.journeys.JourneyStatus;
import io.journeystream.registry.AvroDecoder;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.Decoded;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** What anybody may count who reads the topics and the database of a deployment. */
record Counts(Deployment deployment) {
    private static final Set<JourneyStatus> GONE = EnumSet.of(JourneyStatus.SUPERSEDED, JourneyStatus.ERASED);

    /** Records of all three topics of events. */
    long events() {
        AtomicLong events = new AtomicLong();
        try (CommittedRecords records = new CommittedRecords(deployment.bootstrapServers())) {
            for (Topic<?, ?> topic : List.of(Topics.CHANNEL_EVENTS, Topics.OPERATIONAL_EVENTS, Topics.VOC_EVENTS)) {
                records.read(topic, Map.of(), record -> events.incrementAndGet());
            }
        }
        return events.get();
    }

    /** Journeys that stand, in Kafka. */
    long journeys() {
        var registry = new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(deployment.registryUrl())));
        AvroDecoder<Journey> decoder = new AvroDecoder<>(registry, Journey.class);
        Map<String, JourneyStatus> journeys = new HashMap<>();
        try (CommittedRecords records = new CommittedRecords(deployment.bootstrapServers())) {
            records.read(Topics.JOURNEYS, Map.of(), record -> {
                if (record.value() != null && decoder.decode(record.value()) instanceof Decoded.Value<Journey> read) {
                    journeys.put(read.value().getJourneyId(), read.value().getStatus());
                }
            });
        }
        return journeys.values().stream()
                .filter(status -> !GONE.contains(status))
                .count();
    }

    /** Journeys in the star; 0 as long as there is none. */
    long inStar() {
        try (Connection connection = deployment.database().source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select count(*) from bi_v1.fact_journey")) {
            return count.next() ? count.getLong(1) : 0;
        } catch (SQLException e) {
            return 0;
        }
    }
}
