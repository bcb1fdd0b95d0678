package io.journeystream.streams;

import io.journeystream.streams.placement.Placement;
import io.journeystream.topics.Topics;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Stitching as Kafka Streams calls it. Holds nothing but the task, which each {@code init} makes anew. */
final class StitchingProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Duration LOOK_FOR_WORK = Duration.ofMillis(20);

    private final StitchingPlan plan;
    private final ToIntFunction<ProcessorContext<?, ?>> partition;
    private final String routingIn;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable StitchingTask task;

    /**
     * @param partition of a task: given by Kafka Streams, though not by its test driver
     * @param routingIn name of the topic of events that come from other partitions
     */
    StitchingProcessor(StitchingPlan plan, ToIntFunction<ProcessorContext<?, ?>> partition, String routingIn) {
        this.plan = plan;
        this.partition = partition;
        this.routingIn = routingIn;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        Placement placement = new Placement(partition.applyAsInt(context), plan.partitions());
        StitchingTask created =
                new StitchingTask(plan, placement, TaskState.of(context), new Outputs(context, plan.registry()));
        this.context = context;
        this.task = created;
        context.schedule(LOOK_FOR_WORK, PunctuationType.WALL_CLOCK_TIME, created::publish);
    }

    @Override
    public void close() {
        if (task != null) {
            task.close();
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        if (task == null || context == null) {
            throw new IllegalStateException("not initialised");
        }
        RecordMetadata place = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("a record that comes from nowhere"));
        if (place.topic().equals(Topics.CLOCK.name())) {
            task.tick(record, place);
        } else if (place.topic().equals(Topics.IDENTITY_COMMANDS.name())) {
            task.obey(record, place);
        } else if (place.topic().equals(Topics.DEFINITIONS.name())) {
            task.define(record, place);
        } else if (place.topic().equals(Topics.ERASURES.name())) {
            task.recall(record, place);
        } else if (place.topic().equals(routingIn)) {
            task.receiveRouted(record, place);
        } else {
            task.receive(record, place);
        }
    }
}
