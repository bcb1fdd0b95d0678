package io.journeystream.local.contract;

import io.journeystream.local.cli.Main;
import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.local.outages.JvmProcess;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Kafka and registry in this JVM, each service in one of its own. */
final class Processes implements Deployment {
    private final LocalStack stack = LocalStack.start(StackSettings.temporary());
    private final int port = LoopbackPort.free();
    private final Path directory;
    private final List<JvmProcess> services = new ArrayList<>();
    private final EmbeddedPostgres postgres;
    private JvmProcess first;

    private Processes(Path directory) throws IOException {
        this.directory = directory;
        this.services.add(service("ingest", 200, List.of("ingest", "--port", Integer.toString(port))));
        this.postgres = EmbeddedPostgres.builder()
                .setPort(LoopbackPort.free())
                .setServerConfig("shared_buffers", "64MB")
                .start();
        this.services.add(streams("second"));
        this.services.add(service(
                "bi", 192, List.of("bi", "run", "--jdbc-url", database().jdbcUrl(), "--set", "bi.user=postgres")));
        this.services.add(service("alerts", 128, List.of("alerts", "deliver", "--set", "alerts.patience=3s")));
        this.first = streams("first");
    }

    static Processes start(Path directory) throws IOException {
        return new Processes(directory);
    }

    private JvmProcess streams(String name) throws IOException {
        return service(
                name,
                256,
                List.of(
                        "streams",
                        "--set",
                        "streams.state-directory=" + directory.resolve("state-" + name),
                        "--set",
                        "kafka.consumer.session.timeout.ms=6000"));
    }

    private JvmProcess service(String name, int megabytes, List<String> words) throws IOException {
        List<String> command = new ArrayList<>(words);
        command.addAll(List.of(
                "--bootstrap-server",
                bootstrapServers(),
                "--registry",
                registryUrl(),
                "--set",
                "streams.future-tolerance=" + FUTURE_TOLERANCE));
        return JvmProcess.start(
                directory.resolve(name + ".log"), megabytes, Main.class, command.toArray(String[]::new));
    }

    @Override
    public URI ingest() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** On loopback none is asked for. */
    @Override
    public String key() {
        return "none";
    }

    @Override
    public String bootstrapServers() {
        return stack.bootstrapServers();
    }

    @Override
    public String registryUrl() {
        return stack.registryUrl();
    }

    /** Nobody needs a password here. */
    @Override
    public DatabaseAccess database() {
        return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres", "postgres", null);
    }

    @Override
    public void replaceStreams() throws Exception {
        first.kill();
        first = streams("third");
    }

    @Override
    public void close() {
        first.close();
        services.forEach(JvmProcess::close);
        stack.close();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
