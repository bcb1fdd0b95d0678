package io.journeystream.ingest.rejects;

import io.journeystream.rejects.RejectReason;

/** What became of a reject that was put through again. */
public sealed interface Outcome {

    /**
     * It went in.
     *
     * @param events it gave, at least 1
     */
    record Replayed(long events) implements Outcome {}

    /** The mapping leaves it out on purpose. */
    record LeftOut() implements Outcome {}

    /**
     * It is refused again, at least one event of it; the reject stays where it is, and no second one is written.
     *
     * @param message what is wrong and what would be right
     */
    record StillRefused(RejectReason reason, String message) implements Outcome {}

    /**
     * It cannot be put through as it is kept, or not with what was given.
     *
     * @param why for a person to read
     */
    record NotReplayable(String why) implements Outcome {}
}
