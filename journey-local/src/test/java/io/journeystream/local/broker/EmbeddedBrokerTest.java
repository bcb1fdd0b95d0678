package io.journeystream.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.local.machine.DataDirectory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    @Test
    void topicsSurviveARestartOnAnotherPort(@TempDir Path path) throws Exception {
        try (DataDirectory directory = DataDirectory.open(path);
                EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, words -> {});
                Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic("kept", 3, (short) 1)))
                    .all()
                    .get();
        }
        try (DataDirectory directory = DataDirectory.open(path);
                EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, words -> {});
                Admin admin = admin(broker)) {
            assertThat(admin.listTopics().names().get()).containsExactly("kept");
        }
    }

    @Test
    void topicsAreNeverMadeByMistake(@TempDir Path path) throws Exception {
        try (DataDirectory directory = DataDirectory.open(path);
                EmbeddedBroker broker = EmbeddedBroker.start(directory, 0, words -> {});
                Admin admin = admin(broker)) {
            assertThatThrownBy(() -> admin.describeTopics(List.of("misspelt"))
                            .allTopicNames()
                            .get())
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
            assertThat(admin.listTopics().names().get()).isEmpty();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
