package io.journeystream.serve.verification;

import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;

/** What is compared, a topic each. */
public enum Subject {
    JOURNEYS("journeys", Topics.JOURNEYS),
    IDENTITIES("identities", Topics.IDENTITIES),
    HEALTH("health cells", Topics.HEALTH),
    FLOWS("edges of the journey map", Topics.FLOWS);

    private final String text;
    private final String topic;

    Subject(String text, Topic<?, ?> topic) {
        this.text = text;
        this.topic = topic.name();
    }

    /** Name of the topic. */
    public String topic() {
        return topic;
    }

    /** For a person to read. */
    @Override
    public String toString() {
        return text;
    }
}
