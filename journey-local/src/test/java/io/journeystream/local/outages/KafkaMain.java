package io.journeystream.local.outages;

import io.journeystream.local.broker.EmbeddedBroker;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.topics.TopicSetup;
import io.journeystream.topics.Topics;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;

/** Kafka alone, with its topics. Arguments: data directory, port. */
final class KafkaMain {
    private static final int PARTITIONS = 4;

    private KafkaMain() {}

    public static void main(String[] arguments) throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(
                DataDirectory.open(Path.of(arguments[0])), Integer.parseInt(arguments[1]), words -> {});
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            new TopicSetup(admin).makeMissing(Topics.ALL, PARTITIONS, (short) 1);
        }
        new CountDownLatch(1).await();
    }
}
