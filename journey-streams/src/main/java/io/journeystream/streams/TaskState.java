package io.journeystream.streams;

import io.journeystream.streams.state.StateStores;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;

/** The state of one partition. */
record TaskState(
        KeyValueStore<Bytes, byte[]> clusters,
        KeyValueStore<Bytes, byte[]> agenda,
        KeyValueStore<Bytes, byte[]> ledger) {

    static TaskState of(ProcessorContext<?, ?> context) {
        return new TaskState(
                context.getStateStore(StateStores.CLUSTERS),
                context.getStateStore(StateStores.AGENDA),
                context.getStateStore(StateStores.LEDGER));
    }
}
