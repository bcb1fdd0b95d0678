package io.journeystream.local.services;

import io.journeystream.local.Failure;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.Connection;
import io.journeystream.topics.TopicSetup;
import io.journeystream.topics.Topics;
import java.util.List;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Makes and checks the topics of a Kafka that is there already. */
public final class TopicWork {
    private final Configuration configuration;
    private final Connection connection;

    public TopicWork(Configuration configuration) {
        this.configuration = configuration;
        this.connection = Connection.of(configuration);
    }

    /**
     * Makes what is missing, and checks all.
     *
     * @return what is not as it must be, each with what to do
     * @throws Failure if Kafka refuses
     */
    public List<String> create() throws InterruptedException {
        return with(setup -> setup.makeMissing(
                Topics.ALL, TopicKeys.partitions(configuration), (short) TopicKeys.replication(configuration)));
    }

    /** Changes nothing; otherwise as {@link #create}. */
    public List<String> check() throws InterruptedException {
        return with(setup -> {});
    }

    private interface Work {
        void on(TopicSetup setup);
    }

    private List<String> with(Work work) throws InterruptedException {
        KafkaReach kafka = new KafkaReach(connection);
        try (Admin admin = kafka.client()) {
            kafka.await(admin);
            TopicSetup setup = new TopicSetup(admin);
            work.on(setup);
            return setup.problems(TopicKeys.demands(configuration));
        } catch (KafkaException e) {
            throw new Failure("Kafka refuses: " + KafkaReach.rootMessage(e), e);
        }
    }
}
