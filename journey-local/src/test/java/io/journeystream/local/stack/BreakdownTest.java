package io.journeystream.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.topics.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(300)
class BreakdownTest {
    private static final TopicPartition WRITTEN = new TopicPartition(Topics.ROUTING.name(), 0);

    @TempDir
    Path temporary;

    @Test
    void whatWasAcknowledgedSurvivesAKill() throws Exception {
        Path notes = temporary.resolve("acknowledged");
        Process process = StackProcess.start(temporary.resolve("data"), notes, 100, 1 << 20);
        while (acknowledged(notes) < 50) {
            assertThat(process.isAlive())
                    .as(Files.readString(Path.of(notes + ".log")))
                    .isTrue();
            Thread.sleep(20);
        }
        process.destroyForcibly().waitFor();

        try (LocalStack stack = LocalStack.start(StackSettings.in(temporary.resolve("data")));
                Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            long records = admin.listOffsets(Map.of(WRITTEN, OffsetSpec.latest()))
                    .partitionResult(WRITTEN)
                    .get()
                    .offset();
            assertThat(records).isGreaterThanOrEqualTo(acknowledged(notes));
        }
    }

    @Test
    void aDiskThatTakesNoMoreEndsTheProcessWithOneSentence() throws Exception {
        Path notes = temporary.resolve("words");
        Process process = StackProcess.start(temporary.resolve("data"), notes, 500_000, 16_000);

        assertThat(process.waitFor(240, TimeUnit.SECONDS)).as("ends").isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(notes)
                .content()
                .contains("data directory " + temporary.resolve("data"))
                .doesNotContain("\n");
    }

    private static int acknowledged(Path notes) throws Exception {
        return Files.exists(notes) ? Integer.parseInt(Files.readString(notes)) : 0;
    }
}
