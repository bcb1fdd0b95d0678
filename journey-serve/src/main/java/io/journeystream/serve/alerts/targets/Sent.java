package io.journeystream.serve.alerts.targets;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What came of sending. Sentences hold no secrets. */
public sealed interface Sent {

    /** The target has taken it. */
    record Accepted() implements Sent {}

    /**
     * It may work later.
     *
     * @param why a sentence
     * @param retryAfter how long the target wants to be left alone; null if it did not say
     */
    record Failed(String why, @Nullable Duration retryAfter) implements Sent {}

    /**
     * It will never work so: the target refuses it, or may not be reached.
     *
     * @param why a sentence
     */
    record Refused(String why) implements Sent {}
}
