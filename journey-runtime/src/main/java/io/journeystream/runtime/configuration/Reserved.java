package io.journeystream.runtime.configuration;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Properties of Kafka that are not for setting, and why: results would no longer be exactly right. */
final class Reserved {
    private static final Map<String, String> EVERYWHERE = new HashMap<>();
    private static final Map<String, String> IN_STREAMS = new HashMap<>();

    static {
        because(
                "nothing that was acknowledged may be lost or be there twice",
                EVERYWHERE,
                "acks",
                "enable.idempotence",
                "max.in.flight.requests.per.connection",
                "transactional.id",
                "transaction.two.phase.commit.enable",
                "retries");
        because(
                "only what is committed is read, from the first record on",
                EVERYWHERE,
                "isolation.level",
                "auto.offset.reset",
                "enable.auto.commit");
        because(
                "records are written and read as docs/semantics.md says",
                EVERYWHERE,
                "key.serializer",
                "value.serializer",
                "key.deserializer",
                "value.deserializer");
        because(
                "a key must lie where every Kafka client would put it",
                EVERYWHERE,
                "partitioner.class",
                "partitioner.ignore.keys");
        because("give kafka.bootstrap.servers, which is the same for all clients", EVERYWHERE, "bootstrap.servers");
        because("the name of the group follows from streams.application-id", EVERYWHERE, "group.id", "application.id");
        because(
                "how long an outage is waited out is for the service to say",
                EVERYWHERE,
                "delivery.timeout.ms",
                "max.block.ms",
                "request.timeout.ms");
        because("stitching is exactly once", IN_STREAMS, "processing.guarantee", "max.task.idle.ms");
        because("give streams.state-directory", IN_STREAMS, "state.dir");
        because("give streams.threads", IN_STREAMS, "num.stream.threads");
        because("give streams.replication", IN_STREAMS, "replication.factor");
        because("give streams.state-memory-mib", IN_STREAMS, "statestore.cache.max.bytes", "rocksdb.config.setter");
        because(
                "stitching has its own, measured and tested",
                IN_STREAMS,
                "commit.interval.ms",
                "poll.ms",
                "ensure.explicit.internal.resource.naming",
                "group.protocol",
                "default.key.serde",
                "default.value.serde",
                "default.timestamp.extractor",
                "batch.size",
                "compression.type",
                "max.request.size",
                "deserialization.exception.handler",
                "default.deserialization.exception.handler",
                "production.exception.handler",
                "default.production.exception.handler",
                "processing.exception.handler",
                "processing.exception.handler.global.enabled",
                "topology.optimization",
                "default.dsl.store");
    }

    private Reserved() {}

    /** Why a property is not for setting; empty if it is. */
    static Optional<String> reason(KafkaKey key, KafkaDefinitions definitions) {
        String property = KafkaDefinitions.plain(key);
        String everywhere = EVERYWHERE.get(property);
        return everywhere == null && isForStreams(key, property, definitions)
                ? Optional.ofNullable(IN_STREAMS.get(property))
                : Optional.ofNullable(everywhere);
    }

    /** What is for all clients and known to Kafka Streams alone is for Kafka Streams. */
    private static boolean isForStreams(KafkaKey key, String property, KafkaDefinitions definitions) {
        return key.kind() == ClientKind.STREAMS
                || (key.kind() == null && definitions.knownBy(property).allMatch(ClientKind.STREAMS::equals));
    }

    private static void because(String reason, Map<String, String> where, String... properties) {
        for (String property : properties) {
            where.put(property, reason);
        }
    }
}
