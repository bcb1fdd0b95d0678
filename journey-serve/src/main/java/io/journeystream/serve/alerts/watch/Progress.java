package io.journeystream.serve.alerts.watch;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** How far the groups of a pipeline have come. */
interface Progress {

    /** Where what a step reads ends now. */
    Map<TopicPartition, Long> written(PipelineStep step);

    /** Whether a step's group has read and kept everything before these offsets. */
    boolean hasRead(PipelineStep step, Map<TopicPartition, Long> offsets);
}
