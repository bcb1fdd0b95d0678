package io.journeystream.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.clock.ClockTick;
import io.journeystream.local.machine.CannotStart;
import io.journeystream.topics.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStackTest {
    private static final ClockTick TICK = new ClockTick(Instant.parse("2026-01-05T09:00:00Z"), "test", null, false);

    @Test
    void topicsRecordsAndSchemasSurviveARestart(@TempDir Path directory) throws Exception {
        StackSettings settings = StackSettings.in(directory);
        List<String> subjects;
        try (LocalStack stack = LocalStack.start(settings)) {
            write(stack, TICK);
            subjects = stack.schemaRegistry().subjects();
        }
        try (LocalStack stack = LocalStack.start(settings)) {
            assertThat(stack.schemaRegistry().subjects()).isEqualTo(subjects).containsExactly("journey.clock.v1-value");
            assertThat(read(stack)).containsExactly(TICK);
        }
    }

    @Test
    void aSecondInstanceOnTheSameDirectoryIsToldWhoHoldsIt(@TempDir Path directory) {
        try (LocalStack stack = LocalStack.start(StackSettings.in(directory))) {
            assertThat(stack.dataDirectory()).isEqualTo(directory);
            assertThatThrownBy(() -> LocalStack.start(StackSettings.in(directory)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining(
                            "in use by process " + ProcessHandle.current().pid())
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void aTakenPortIsNamedWithTheFlagThatChangesIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> LocalStack.start(StackSettings.temporary().withPorts(port, 0)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("--kafka-port");
            assertThatThrownBy(() -> LocalStack.start(StackSettings.temporary().withPorts(0, port)))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("--registry-port");
        }
    }

    @Test
    void aDirectoryThatCannotBeWrittenToIsRefused(@TempDir Path temporary) throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> LocalStack.start(StackSettings.in(file.resolve("data"))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Cannot write to the data directory " + file.resolve("data"))
                .hasMessageContaining("--data");
        assertThatThrownBy(() -> LocalStack.start(StackSettings.in(file)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("it is a file");
    }

    @Test
    void aTemporaryDirectoryIsGoneAfterwards() {
        Path directory;
        try (LocalStack stack = LocalStack.start(StackSettings.temporary())) {
            directory = stack.dataDirectory();
            assertThat(directory).isDirectoryContaining("glob:**/kafka");
        }
        assertThat(directory).doesNotExist();
    }

    @Test
    void everythingListensOnLoopbackOnly() {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary())) {
            assertThat(stack.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(URI.create(stack.registryUrl()).getHost()).isEqualTo("127.0.0.1");
        }
    }

    private static void write(LocalStack stack, ClockTick tick) throws Exception {
        var registry = stack.schemaRegistry();
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
                Topics.CLOCK.keySerializer(registry),
                Topics.CLOCK.valueSerializer(registry))) {
            producer.send(new ProducerRecord<>(Topics.CLOCK.name(), 0, null, tick))
                    .get();
        }
    }

    private static List<ClockTick> read(LocalStack stack) {
        var registry = stack.schemaRegistry();
        List<ClockTick> ticks = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()),
                Topics.CLOCK.keyDeserializer(registry),
                Topics.CLOCK.valueDeserializer(registry))) {
            List<TopicPartition> all = List.of(new TopicPartition(Topics.CLOCK.name(), 0));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            for (int polls = 0; ticks.isEmpty() && polls < 50; polls++) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> ticks.add(record.value()));
            }
        }
        return ticks;
    }
}
