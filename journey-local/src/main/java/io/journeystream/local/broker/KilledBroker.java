package io.journeystream.local.broker;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * The one before, if a kill has ended it: to the controller it lives on for a while, and leads all partitions. A broker that
 * starts meanwhile takes over its transactions under its name, and when the controller misses it after all, no partition has
 * a leader for a moment; Kafka 4.3.1 takes them for deleted then, and calls a transaction complete that was being committed
 * or aborted without telling them: they wait for its end for ever. So the controller alone is started first, until it has
 * missed it.
 */
final class KilledBroker {
    private static final long LONGEST_WAIT_NANOS = TimeUnit.SECONDS.toNanos(10);
    private static final long LOOK_AGAIN_MILLIS = 100;

    private KilledBroker() {}

    /** Whether these logs are of a broker that did not stop by itself. */
    static boolean left(Path logs) {
        return Files.exists(logs.resolve("meta.properties")) && Files.notExists(logs.resolve(".kafka_cleanshutdown"));
    }

    /** Returns when the controller knows that it is gone, or does not say so for too long. */
    static void awaitMissed(BrokerConfiguration configuration) throws InterruptedException, JMException {
        KafkaRaftServer controller =
                new KafkaRaftServer(new KafkaConfig(configuration.controllerAlone(), false), Time.SYSTEM);
        try {
            controller.startup();
            long start = System.nanoTime();
            while (!isMissed() && System.nanoTime() - start < LONGEST_WAIT_NANOS) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } finally {
            controller.shutdown();
            controller.awaitShutdown();
        }
    }

    private static boolean isMissed() throws JMException {
        MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
        ObjectName missed = new ObjectName("kafka.controller:type=KafkaController,name=FencedBrokerCount");
        return beans.isRegistered(missed) && ((Number) beans.getAttribute(missed, "Value")).intValue() > 0;
    }
}
