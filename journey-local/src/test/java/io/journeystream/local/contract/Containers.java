package io.journeystream.local.contract;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.journeystream.runtime.keys.ApiKey;
import io.journeystream.runtime.keys.Scope;
import io.journeystream.serve.bi.schema.DatabaseAccess;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** Each service in a container, by the images of the compose file and the variables that change them. */
final class Containers implements Deployment {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final String INSIDE = "kafka:19092";
    private static final String CONFLUENT_API = "/apis/ccompat/v7";
    private static final String JOURNEY = "journeystream:local";
    private static final String PASSWORD = "contract";
    private static final String KEYS = "/var/lib/journeystream/keys/keys";

    private final Network network = Network.newNetwork();
    private final String key = ApiKey.newSecret();
    private final KafkaContainer kafka = new KafkaContainer(
                    image("KAFKA_IMAGE", "apache/kafka:4.3.1").asCompatibleSubstituteFor("apache/kafka"))
            .withNetwork(network)
            .withListener(INSIDE);
    private final GenericContainer<?> registry = container("REGISTRY_IMAGE", "apicurio/apicurio-registry:3.0.9")
            .withNetworkAliases("registry")
            .withExposedPorts(8080)
            .waitingFor(Wait.forHttp(CONFLUENT_API + "/subjects").withStartupTimeout(LONGEST_START));
    private final GenericContainer<?> postgres = container("POSTGRES_IMAGE", "postgres:18.6")
            .withNetworkAliases("postgres")
            .withEnv("POSTGRES_PASSWORD", PASSWORD)
            .withExposedPorts(5432)
            .waitingFor(Wait.forListeningPort().withStartupTimeout(LONGEST_START));
    private final List<GenericContainer<?>> services = new ArrayList<>();
    private final GenericContainer<?> ingest;
    private GenericContainer<?> first;

    private Containers() {
        kafka.start();
        registry.start();
        postgres.start();
        once("topics", "create");
        once("schemas", "register");
        ingest = service(
                        Map.of(
                                "JOURNEY_INGEST_HOST",
                                "0.0.0.0",
                                "JOURNEY_INGEST_PORT",
                                "8080",
                                "JOURNEY_INGEST_KEYS",
                                KEYS),
                        "ingest")
                .withCopyToContainer(Transferable.of(keys().getBytes(StandardCharsets.UTF_8)), KEYS)
                .withExposedPorts(8080)
                .waitingFor(Wait.forHttp("/health/ready").forPort(8080).withStartupTimeout(LONGEST_START));
        ingest.start();
        services.add(ingest);
        services.add(streams());
        services.add(monitored("alerts", "deliver"));
        services.add(monitored("bi", "run"));
        first = streams();
    }

    /** Where the image has not been made, nothing is tried. */
    static Containers start() {
        assumeTrue(
                isThere(image("JOURNEY_IMAGE", JOURNEY)), "there is no image " + JOURNEY + ": docker/build makes it");
        return new Containers();
    }

    private static boolean isThere(DockerImageName image) {
        return DockerClientFactory.instance()
                .client()
                .listImagesCmd()
                .withFilter("reference", List.of(image.asCanonicalNameString()))
                .exec()
                .stream()
                .findAny()
                .isPresent();
    }

    private String keys() {
        Set<Scope> scopes = EnumSet.of(Scope.EVENTS_WRITE);
        return new ApiKey("contract", ApiKey.hashOf(key), scopes, Set.of()).line() + "\n";
    }

    private static DockerImageName image(String variable, String standard) {
        return DockerImageName.parse(
                Optional.ofNullable(System.getenv(variable)).orElse(standard));
    }

    private GenericContainer<?> container(String variable, String standard) {
        return new GenericContainer<>(image(variable, standard)).withNetwork(network);
    }

    private GenericContainer<?> service(Map<String, String> settings, String... command) {
        return container("JOURNEY_IMAGE", JOURNEY)
                .withEnv("JOURNEY_KAFKA_BOOTSTRAP_SERVERS", INSIDE)
                .withEnv("JOURNEY_REGISTRY_URL", "http://registry:8080" + CONFLUENT_API)
                .withEnv("JOURNEY_STREAMS_FUTURE_TOLERANCE", FUTURE_TOLERANCE)
                .withEnv("JOURNEY_KAFKA_CONSUMER_SESSION_TIMEOUT_MS", "6000")
                .withEnv("JOURNEY_ALERTS_PATIENCE", "3s")
                .withEnv("JOURNEY_BI_JDBC_URL", "jdbc:postgresql://postgres:5432/postgres")
                .withEnv("JOURNEY_BI_USER", "postgres")
                .withEnv("JOURNEY_BI_PASSWORD", PASSWORD)
                .withEnv("JOURNEY_JAVA_OPTS", "-Xmx256m -XX:TieredStopAtLevel=1")
                .withEnv(settings)
                .withCommand(command);
    }

    private void once(String... command) {
        try (GenericContainer<?> service = service(Map.of(), command)
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(LONGEST_START))) {
            service.start();
        }
    }

    private GenericContainer<?> streams() {
        return monitored("streams");
    }

    private GenericContainer<?> monitored(String... command) {
        GenericContainer<?> service = service(
                        Map.of("JOURNEY_MONITORING_HOST", "0.0.0.0", "JOURNEY_MONITORING_PORT", "9100"), command)
                .withExposedPorts(9100)
                .waitingFor(Wait.forHttp("/health/ready").forPort(9100).withStartupTimeout(LONGEST_START));
        service.start();
        return service;
    }

    @Override
    public URI ingest() {
        return URI.create("http://" + ingest.getHost() + ":" + ingest.getMappedPort(8080));
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public String registryUrl() {
        return "http://" + registry.getHost() + ":" + registry.getMappedPort(8080) + CONFLUENT_API;
    }

    @Override
    public DatabaseAccess database() {
        String url = "jdbc:postgresql://" + postgres.getHost() + ":" + postgres.getMappedPort(5432) + "/postgres";
        return new DatabaseAccess(url, "postgres", PASSWORD);
    }

    /** Testcontainers ends a container with SIGKILL. */
    @Override
    public void replaceStreams() {
        first.stop();
        first = streams();
    }

    @Override
    public void close() {
        first.stop();
        services.forEach(GenericContainer::stop);
        postgres.stop();
        registry.stop();
        kafka.stop();
        network.close();
    }
}
