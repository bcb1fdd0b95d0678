package io.journeystream.local.broker;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Kafka's settings for one small node: nothing replicated, few threads, little memory, no waiting. */
record BrokerConfiguration(Path logs, int brokerPort, int controllerPort) {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    Properties properties() {
        Properties properties = new Properties();
        properties.putAll(node());
        properties.putAll(alone());
        properties.putAll(small());
        return properties;
    }

    private Map<String, String> node() {
        return Map.of(
                "process.roles",
                "broker,controller",
                "node.id",
                Integer.toString(NODE_ID),
                "controller.quorum.voters",
                NODE_ID + "@127.0.0.1:" + controllerPort,
                "controller.listener.names",
                CONTROLLER,
                "inter.broker.listener.name",
                "LOCAL",
                "listener.security.protocol.map",
                "LOCAL:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "listeners",
                "LOCAL://127.0.0.1:" + brokerPort + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "log.dirs",
                logs.toString(),
                "auto.create.topics.enable",
                "false");
    }

    /** Timed-out transactions are first looked for when a start, even after a kill, is surely over. */
    private static Map<String, String> alone() {
        return Map.of(
                "transaction.abort.timed.out.transaction.cleanup.interval.ms", "60000",
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "group.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> small() {
        return Map.of(
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.num.partitions", "4",
                "num.network.threads", "2",
                "num.io.threads", "3",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                "log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20),
                "log.cleaner.io.buffer.size", Integer.toString(128 << 10),
                "metadata.max.idle.interval.ms", "0",
                "metric.reporters", "");
    }
}
