package io.journeystream.local.broker;

import io.journeystream.local.machine.CannotStart;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.local.machine.LoopbackPort;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A Kafka broker in this process. What it stores outlives it in its directory, even a kill. */
public final class EmbeddedBroker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);
    private static final String PORT_FLAG = "--kafka-port";
    private static final int ATTEMPTS = 3;

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts on a directory that is new or that a broker of this kind has written; returns when it can be used.
     *
     * @param port 0 for a free one
     * @param lastWords told in one sentence why, should Kafka be unable to go on, for instance because the disk is full;
     *     the process ends with exit code 1 right after
     * @throws CannotStart if the port is taken or the directory cannot be used
     */
    public static EmbeddedBroker start(DataDirectory directory, int port, Consumer<String> lastWords) {
        return start(directory, port, lastWords, Map.of());
    }

    /** With further properties of Kafka, which win over ours. */
    static EmbeddedBroker start(
            DataDirectory directory, int port, Consumer<String> lastWords, Map<String, String> further) {
        Path logs = directory.subdirectory("kafka");
        LastWords.arrange(directory, lastWords);
        for (int attempt = 1; ; attempt++) {
            int brokerPort = LoopbackPort.choose(port, "Kafka broker", PORT_FLAG);
            int controllerPort = freeBeside(brokerPort);
            try {
                format(logs);
                var configuration = new BrokerConfiguration(logs, brokerPort, controllerPort);
                Properties properties = configuration.properties();
                properties.putAll(further);
                return new EmbeddedBroker(started(properties), brokerPort);
            } catch (Exception e) {
                if (!isPortTaken(e)) {
                    throw new CannotStart(LastWords.diagnosis(directory) + " (" + e + ")", e);
                }
                if (attempt == ATTEMPTS) {
                    throw LoopbackPort.taken(brokerPort, "Kafka broker", PORT_FLAG, e);
                }
            }
        }
    }

    /** The broker's own is still free, and may be found again. */
    private static int freeBeside(int brokerPort) {
        int port = brokerPort;
        while (port == brokerPort) {
            port = LoopbackPort.free();
        }
        return port;
    }

    /** By another program, between being found free and being used. */
    private static boolean isPortTaken(Exception e) {
        return String.valueOf(e.getMessage()).contains("failed to bind");
    }

    private static void format(Path logs) throws Exception {
        if (Files.exists(logs.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(BrokerConfiguration.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerConfiguration.CONTROLLER)
                    .addDirectory(logs.toString())
                    .setMetadataLogDirectory(logs.toString())
                    .run();
        }
    }

    private static KafkaRaftServer started(Properties properties) {
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(properties, false), Time.SYSTEM);
        try {
            server.startup();
            return server;
        } catch (RuntimeException e) {
            stop(server);
            throw e;
        }
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops it; everything acknowledged is on disk. */
    @Override
    public void close() {
        stop(server);
    }

    private static void stop(KafkaRaftServer server) {
        try {
            server.shutdown();
            server.awaitShutdown();
        } catch (RuntimeException e) {
            LOG.warn("Kafka did not stop cleanly: {}", e.toString());
        }
    }
}
