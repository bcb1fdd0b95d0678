package io.journeystream.planted;

import org.apache.kafka.common.TopicPartition;

class KnowsKafka {
    final TopicPartition place = new TopicPartition("t", 0);
}
