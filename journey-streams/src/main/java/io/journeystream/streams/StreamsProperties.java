package io.journeystream.streams;

import io.journeystream.streams.state.StateMemory;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** The configuration of Kafka Streams that stitching and health rest on. */
final class StreamsProperties {
    /** A record of the changelog or a reject holds an event and more beside it. */
    private static final int LARGEST_RECORD = 4 << 20;

    private static final int BATCH = 128 << 10;
    private static final int COMMIT_MILLIS = 100;
    private static final int POLL_MILLIS = 20;
    private static final int SESSION_MILLIS = 15_000;
    private static final int LEDGER_CACHE = 1 << 20;

    private StreamsProperties() {}

    /** Of a client that asks the brokers. */
    static Map<String, Object> admin(StitchingSettings settings) {
        Map<String, Object> properties = new HashMap<>(settings.kafka());
        properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        return properties;
    }

    static Map<String, Object> of(StitchingSettings settings, StateMemory memory) {
        Map<String, Object> properties = new HashMap<>();
        // a killed instance's partitions wait no longer than this for the next
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION_MILLIS);
        properties.putAll(settings.kafka());
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, settings.applicationId());
        properties.put(StreamsConfig.STATE_DIR_CONFIG, settings.stateDirectory().toString());
        properties.put(
                StreamsConfig.NUM_STREAM_THREADS_CONFIG, settings.resources().threads());
        properties.put(
                StreamsConfig.REPLICATION_FACTOR_CONFIG, settings.resources().replication());
        properties.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, COMMIT_MILLIS);
        properties.put(StreamsConfig.POLL_MS_CONFIG, POLL_MILLIS);
        properties.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, 0);
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, LEDGER_CACHE);
        properties.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StateMemory.Setter.class);
        properties.put(StateMemory.CONFIG, memory);
        properties.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.BATCH_SIZE_CONFIG), BATCH);
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "lz4");
        // or a batch may be out of order for ever where a leader just begins (KAFKA-14359)
        properties.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        return properties;
    }
}
