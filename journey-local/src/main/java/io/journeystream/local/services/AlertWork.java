package io.journeystream.local.services;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.Delivery;
import io.journeystream.alerts.HourlyCells;
import io.journeystream.alerts.WrittenSubscription;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.serve.alerts.subscriptions.Entries;
import io.journeystream.serve.alerts.subscriptions.SubscriptionDesk;
import io.journeystream.serve.alerts.watch.RuleDesk;
import io.journeystream.serve.definitions.LaidDownDefinitions;
import io.journeystream.serve.health.HourlyHealth;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/** What people ask about alerts and who hears of them. Each call reads the topics. */
public final class AlertWork {
    /** Somebody waits in front of it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final KafkaAccess kafka;
    private final SchemaRegistry registry;
    private final Clock clock;

    /** @param clock tells when something is written */
    public AlertWork(Configuration configuration, Clock clock) {
        Connection connection = Connection.of(configuration);
        this.kafka = new KafkaAccess(connection, PATIENCE);
        this.registry = StartUp.recordRegistry(connection);
        this.clock = clock;
    }

    /** Where subscriptions and silences are kept. */
    public SubscriptionDesk desk() {
        return new SubscriptionDesk(kafka, registry, clock);
    }

    /** Where rules beside those of the definitions are kept. */
    public RuleDesk rules() {
        return new RuleDesk(
                kafka.consumer(), kafka.producer(), registry, kafka.connection().registration());
    }

    /** The definitions that were laid down, or the standard ones where none were. */
    public WrittenDefinitions definitions() {
        return LaidDownDefinitions.read(kafka.consumer(), registry)
                .latest()
                .map(StandingDefinitions::written)
                .orElse(WrittenDefinitions.STANDARD);
    }

    /**
     * Health by the hour.
     *
     * @param dimensions whose cells are wanted
     * @param listener told how far reading is while it takes long
     */
    public HourlyCells cells(Set<String> dimensions, Consumer<String> listener) {
        return HourlyHealth.read(kafka.consumer(), registry, dimensions, listener);
    }

    /** What they mean. */
    public static Entries entries(Collection<WrittenSubscription> written) {
        return Entries.of(written, AlertTargets::check);
    }

    /** Present alerts, those that are over too, in no order. */
    public Collection<Alert> alerts() {
        return latest(Topics.ALERTS, Alert.class);
    }

    /** What became of every notice of the last month, in no order. */
    public Collection<Delivery> deliveries() {
        return latest(Topics.DELIVERIES, Delivery.class);
    }

    private <V extends SpecificRecord> Collection<V> latest(Topic<String, V> topic, Class<V> type) {
        try (LatestRecords<V> records =
                new LatestRecords<>(kafka.consumer(), registry, topic, type, key -> true, line -> {})) {
            records.refresh();
            return List.copyOf(records.values());
        }
    }
}
