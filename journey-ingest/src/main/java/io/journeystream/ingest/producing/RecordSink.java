package io.journeystream.ingest.producing;

import org.apache.kafka.clients.producer.ProducerRecord;

/** Where records go that are written already, such as those that streams could not read when they came first. */
@FunctionalInterface
public interface RecordSink {

    /** Sends a record of an event topic as it is; it is kept when whoever holds the sink has flushed it. */
    void sendAgain(ProducerRecord<byte[], byte[]> record);
}
