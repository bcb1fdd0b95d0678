package io.journeystream.local.erasure;

import io.journeystream.serve.erasure.TopicCare;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a search of one topic has found.
 *
 * @param read records
 * @param live records that name an erased identifier, the last of their key where the topic is compacted
 * @param history such records that Kafka will remove, because a later one with the same key is there
 * @param unreadable records of which nobody knows whom they name
 * @param last when the last of those found was appended; null if none was
 */
public record TopicTrace(
        TopicCare care,
        long read,
        long live,
        long history,
        long unreadable,
        @Nullable Instant last) {

    /** Whether something is left that will not go by itself. */
    public boolean isLeft() {
        return live > 0 && (care.compacted() || care.keepsForEver());
    }

    /** What there is to say of it. */
    String sentence() {
        if (live + history == 0) {
            return unreadable == 0 ? "nothing found" : "nothing found in what can be read";
        }
        if (isLeft()) {
            return "LEFT: " + (care.compacted() ? "the last of their keys" : care.rule());
        }
        Instant at = last;
        return at == null || care.goneBy(at).isEmpty()
                ? care.rule()
                : "gone by " + care.goneBy(at).get() + " at the latest";
    }
}
