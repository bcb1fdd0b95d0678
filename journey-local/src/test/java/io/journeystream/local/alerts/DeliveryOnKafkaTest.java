package io.journeystream.local.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.Delivery;
import io.journeystream.alerts.DeliveryStatus;
import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.local.process.ChildJvm;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.registry.AvroSerializer.Registration;
import io.journeystream.registry.RegistryClient;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.runtime.configuration.KafkaProperties;
import io.journeystream.serve.alerts.delivery.DeliveryService;
import io.journeystream.serve.alerts.subscriptions.Entry;
import io.journeystream.serve.alerts.subscriptions.EntryFile;
import io.journeystream.serve.alerts.subscriptions.Ownership;
import io.journeystream.serve.alerts.subscriptions.SubscriptionDesk;
import io.journeystream.serve.reading.KafkaAccess;
import io.journeystream.serve.reading.LatestRecords;
import io.journeystream.topics.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Delivery over a real Kafka: who tells, who takes over, and what a kill leaves behind. */
@Timeout(180)
class DeliveryOnKafkaTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant FIRED = Instant.parse("2026-03-02T09:00:00Z");
    private static final String DOOR =
            "id: door\nteam: billing\nto: {doorbell: true}\ngroup: {by: [alert], wait: 0s, interval: 0s}";

    private static LocalStack stack;

    @BeforeAll
    static void start() throws Exception {
        stack = LocalStack.start(StackSettings.temporary());
        subscribe(stack, DOOR);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    private static void subscribe(LocalStack to, String content) throws Exception {
        EntryFile.Read read = EntryFile.read("door.yaml", content, section -> {}, Instant.EPOCH);
        Entry entry = Objects.requireNonNull(read.entry());
        assertThat(new SubscriptionDesk(access(to), to.schemaRegistry(), Clock.systemUTC())
                        .put(entry, Ownership.ANY, "test"))
                .isInstanceOf(SubscriptionDesk.Outcome.Changed.class);
    }

    private static KafkaAccess access(LocalStack to) {
        Connection connection = new Connection(
                to.bootstrapServers(),
                KafkaProperties.NONE,
                RegistrySettings.of(to.registryUrl()),
                RegistryClient.OWN,
                Registration.REGISTER);
        return new KafkaAccess(connection, Duration.ofSeconds(5));
    }

    private static DeliveryService instance(Doorbell doorbell) {
        return DeliveringMain.start(
                stack.bootstrapServers(), stack.registryUrl(), doorbell.url(), new SimpleMeterRegistry());
    }

    private static void await(String what, BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime() - end).as(what).isNegative();
            Thread.sleep(20);
        }
    }

    private static List<Delivery> kept(String fingerprint) {
        return kept(each -> each.getAlerts().get(0).getFingerprint().equals(fingerprint));
    }

    private static List<Delivery> kept(Predicate<Delivery> which) {
        try (LatestRecords<Delivery> records = new LatestRecords<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                stack.schemaRegistry(),
                Topics.DELIVERIES,
                Delivery.class,
                id -> true,
                line -> {})) {
            records.refresh();
            return records.values().stream().filter(which).toList();
        }
    }

    @Test
    void of_two_instances_one_tells_and_the_other_takes_over() throws Exception {
        try (Doorbell doorbell = new Doorbell()) {
            Alert alert = AlertSamples.firing("takeover", FIRED);
            DeliveryService first = instance(doorbell);
            try (first) {
                await("the first tells", first::isActive);
                try (DeliveryService second = instance(doorbell)) {
                    AlertSamples.write(stack, alert);
                    await("it fires", () -> doorbell.rings("takeover").size() == 1);
                    assertThat(second.isActive()).isFalse();

                    first.close();
                    await("the second takes over", second::isActive);
                    AlertSamples.write(stack, AlertSamples.over(alert, FIRED.plusSeconds(60)));
                    await("it is over", () -> doorbell.rings("takeover").size() == 2);
                }
            }

            assertThat(doorbell.rings("takeover").get(0)).endsWith(" +takeover");
            assertThat(doorbell.rings("takeover").get(1)).endsWith(" -takeover");
            assertThat(kept("takeover"))
                    .hasSize(2)
                    .extracting(Delivery::getStatus)
                    .containsOnly(DeliveryStatus.DELIVERED);
        }
    }

    @Test
    void what_kafka_does_not_take_is_dead_and_holds_up_nobody() throws Exception {
        subscribe(
                stack,
                "id: heap\nteam: billing\nto: {doorbell: true}\nhear: {rules: [huge]}\ngroup: {by: [], wait: 3s}");
        try (Doorbell doorbell = new Doorbell();
                DeliveryService telling = instance(doorbell)) {
            await("it tells", telling::isActive);
            for (String fingerprint : List.of("huge-1", "huge-2")) {
                AlertSamples.write(
                        stack,
                        Alert.newBuilder(AlertSamples.firing(fingerprint, FIRED))
                                .setRule("huge")
                                .setMessage("x".repeat(600_000))
                                .build());
            }
            await(
                    "what is too large is dead",
                    () -> kept(each -> each.getSubscription().equals("heap")).stream()
                            .anyMatch(each -> each.getStatus() == DeliveryStatus.DEAD));
            AlertSamples.write(stack, AlertSamples.firing("after", FIRED));
            await("others are told", () -> doorbell.rings("after").size() == 1);
            assertThat(telling.trouble()).isNull();
        }
    }

    @Test
    void what_was_sent_before_a_kill_is_sent_again_under_the_same_id(@TempDir Path directory) throws Exception {
        try (Doorbell doorbell = new Doorbell()) {
            CountDownLatch never = new CountDownLatch(1);
            doorbell.answers = never;
            AlertSamples.write(stack, AlertSamples.firing("killed", FIRED));
            List<String> command = ChildJvm.command("128m", DeliveringMain.class);
            command.addAll(List.of(stack.bootstrapServers(), stack.registryUrl(), doorbell.url()));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("log").toFile())
                    .start();
            try {
                await("it is sent", () -> doorbell.rings("killed").size() == 1);
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertThat(kept("killed")).extracting(Delivery::getAttempts).containsExactly(0);
            never.countDown();

            try (DeliveryService next = instance(doorbell)) {
                await("it is sent again", () -> doorbell.rings("killed").size() == 2);
                await("it is kept", () -> kept("killed").get(0).getStatus() == DeliveryStatus.DELIVERED);
                assertThat(next.trouble()).isNull();
            }

            assertThat(doorbell.rings("killed").get(1))
                    .isEqualTo(doorbell.rings("killed").get(0));
        }
    }

    @Test
    void it_goes_on_when_kafka_has_been_away(@TempDir Path directory) throws Exception {
        int kafka = LoopbackPort.free();
        int registry = LoopbackPort.free();
        StackSettings settings = StackSettings.in(directory).withPorts(kafka, registry);
        LocalStack own = LocalStack.start(settings);
        try (Doorbell doorbell = new Doorbell()) {
            subscribe(own, DOOR);
            try (DeliveryService service = DeliveringMain.start(
                    own.bootstrapServers(), own.registryUrl(), doorbell.url(), new SimpleMeterRegistry())) {
                Alert alert = AlertSamples.firing("away", FIRED);
                AlertSamples.write(own, alert);
                await("it fires", () -> doorbell.rings("away").size() == 1);

                own.close();
                await("it is noticed", () -> service.trouble() != null);
                own = LocalStack.start(settings);
                AlertSamples.write(own, AlertSamples.over(alert, FIRED.plusSeconds(60)));

                await("it is over", () -> doorbell.rings("away").size() == 2);
            }
        } finally {
            own.close();
        }
    }
}
