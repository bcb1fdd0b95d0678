package io.journeystream.local.topics;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.broker.EmbeddedBroker;
import io.journeystream.local.machine.DataDirectory;
import io.journeystream.topics.TopicSetup;
import io.journeystream.topics.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TopicSetupTest {
    private DataDirectory directory;
    private EmbeddedBroker broker;
    private Admin admin;

    @BeforeEach
    void start() {
        directory = DataDirectory.open(null);
        broker = EmbeddedBroker.start(directory, 0, words -> {});
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterEach
    void stop() {
        admin.close();
        broker.close();
        directory.close();
    }

    @Test
    void onAnEmptyClusterAllTopicsAreMissingAndThenMadeWithoutProblems() throws Exception {
        TopicSetup setup = new TopicSetup(admin);
        assertThat(setup.problems())
                .hasSize(Topics.ALL.size())
                .contains("topic journey.routing.v1 does not exist: make it with `./journey topics create`");

        setup.makeMissing(Topics.ALL, 3, (short) 1);
        setup.makeMissing(Topics.ALL, 5, (short) 1);

        assertThat(setup.problems()).isEmpty();
        assertThat(admin.describeTopics(List.of(Topics.JOURNEYS.name()))
                        .allTopicNames()
                        .get()
                        .values())
                .allMatch(topic -> topic.partitions().size() == 3);
    }

    @Test
    void topicsThatWouldGiveWrongResultsAreNamedWithWhatToDo() throws Exception {
        make(Topics.CLOCK.name(), 1, Topics.CLOCK.keeping().configuration());
        make(Topics.CHANNEL_EVENTS.name(), 3, Map.of("message.timestamp.type", "CreateTime"));
        TopicSetup setup = new TopicSetup(admin);
        setup.makeMissing(Topics.ALL, 3, (short) 1);

        assertThat(setup.problems())
                .satisfiesExactly(
                        unequal -> assertThat(unequal).contains("{1=[journey.clock.v1], 3=[journey.channel-events.v1,"),
                        stamped -> assertThat(stamped)
                                .contains("journey.channel-events.v1 has message.timestamp.type=CreateTime")
                                .contains("--add-config message.timestamp.type=LogAppendTime"),
                        kept -> assertThat(kept).contains("retention.ms=604800000 and needs 34560000000 or more"));
    }

    private void make(String name, int partitions, Map<String, String> configuration) throws Exception {
        NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(configuration);
        admin.createTopics(List.of(topic)).all().get();
    }
}
