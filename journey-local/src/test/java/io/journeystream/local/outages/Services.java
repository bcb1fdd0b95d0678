package io.journeystream.local.outages;

import io.journeystream.local.cli.Main;
import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.registry.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** The processes of one installation, each on its own port, which stays the same over all its lives. */
final class Services {
    private final Path directory;
    private final int kafkaPort = LoopbackPort.free();
    private final int registryPort = LoopbackPort.free();

    Services(Path directory) {
        this.directory = directory;
    }

    String bootstrapServers() {
        return "127.0.0.1:" + kafkaPort;
    }

    String registryUrl() {
        return "http://127.0.0.1:" + registryPort;
    }

    SchemaRegistry registryClient() {
        return new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(registryUrl())));
    }

    /** Where the state of stitching is. */
    Path state() {
        return directory.resolve("state");
    }

    JvmProcess kafka() throws IOException {
        String data = directory.resolve("data").toString();
        return JvmProcess.start(log("kafka"), 400, KafkaMain.class, data, Integer.toString(kafkaPort));
    }

    JvmProcess registry() throws IOException {
        return JvmProcess.start(
                log("registry"), 96, RegistryMain.class, bootstrapServers(), Integer.toString(registryPort));
    }

    JvmProcess ingest(int port) throws IOException {
        return JvmProcess.start(
                log("ingest-" + port),
                200,
                Main.class,
                "ingest",
                "--bootstrap-server",
                bootstrapServers(),
                "--registry",
                registryUrl(),
                "--port",
                Integer.toString(port));
    }

    JvmProcess streams() throws IOException {
        return JvmProcess.start(
                log("streams"),
                256,
                Main.class,
                "streams",
                "--bootstrap-server",
                bootstrapServers(),
                "--registry",
                registryUrl(),
                "--set",
                "streams.state-directory=" + state(),
                "--set",
                "kafka.consumer.session.timeout.ms=6000");
    }

    private Path log(String service) {
        return directory.resolve(service + ".log");
    }

    static URI ready(int port) {
        return URI.create("http://127.0.0.1:" + port + "/health/ready");
    }

    static URI events(int port) {
        return URI.create("http://127.0.0.1:" + port + "/v1/events");
    }
}
