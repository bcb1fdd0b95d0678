package io.journeystream.topics;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;

/**
 * How long Kafka keeps the records of a topic, as topic configuration in Kafka's names. Every topic is stamped at arrival:
 * stamped at creation, a replayed history would be older than its retention the moment it lands.
 */
public record Keeping(Map<String, String> configuration) {
    /**
     * As long as identity is kept (docs/semantics.md, section 3): what happened, from which all else can be made again.
     */
    public static final Keeping HISTORY = deleted(Duration.ofDays(400));

    /** A month, for people to look at; up to 2 MiB a record, since a reject holds a whole record of 1 MiB. */
    public static final Keeping MONTH =
            deleted(Duration.ofDays(30)).with(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "2097152");

    /** The last record per key, for ever. */
    public static final Keeping LATEST = stampedAtArrival(TopicConfig.CLEANUP_POLICY_COMPACT);

    /** For ever, every record. */
    public static final Keeping FOR_EVER = stampedAtArrival(TopicConfig.CLEANUP_POLICY_DELETE)
            .with(TopicConfig.RETENTION_MS_CONFIG, "-1")
            .with(TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    /** Until the application itself deletes it, once read. */
    public static final Keeping UNTIL_DELETED = stampedAtArrival(TopicConfig.CLEANUP_POLICY_DELETE)
            .with(TopicConfig.RETENTION_MS_CONFIG, "-1")
            .with(TopicConfig.RETENTION_BYTES_CONFIG, "-1");

    public Keeping {
        configuration = Map.copyOf(configuration);
    }

    private static Keeping deleted(Duration after) {
        return stampedAtArrival(TopicConfig.CLEANUP_POLICY_DELETE)
                .with(TopicConfig.RETENTION_MS_CONFIG, Long.toString(after.toMillis()));
    }

    private static Keeping stampedAtArrival(String cleanup) {
        return new Keeping(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup))
                .with(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    }

    private Keeping with(String setting, String value) {
        Map<String, String> all = new HashMap<>(configuration);
        all.put(setting, value);
        return new Keeping(all);
    }
}
