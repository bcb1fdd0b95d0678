package io.journeystream.ingest.producing;

import io.journeystream.rejects.Reject;
import java.util.Map;

/** What became of the records of one request. */
public sealed interface Shipment {

    /**
     * Kafka has all of them.
     *
     * @param replaced rejects that stand for events which turned out to be larger than the broker takes, by index
     */
    record Kept(Map<Integer, Reject> replaced) implements Shipment {}

    /** None was sent: too much is under way already. */
    record Full() implements Shipment {}

    /** None was sent: something that is needed is away. */
    record Away(String reason) implements Shipment {}

    /** Some may have been kept, not all are known to be. */
    record Unsure(String reason) implements Shipment {}
}
