package io.journeystream.ingest.intake;

import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface Receipt {

    /**
     * All items were decided about, and Kafka has all of them: as events, or as rejects.
     *
     * @param events how many stand, by topic
     * @param refused the others, in their order
     */
    record Kept(int accepted, Map<String, Integer> events, List<Refused> refused) implements Receipt {}

    /**
     * The body is no JSON.
     *
     * @param isKept Kafka has it whole as one reject; false if there was not a single byte to keep
     */
    record Unreadable(Malformed why, boolean isKept) implements Receipt {}

    /** An item names a source that the client must not write; nothing was kept. */
    record Forbidden(int index, String source) implements Receipt {}

    /** More items than a request may have; nothing was kept. */
    record TooMany(int limit) implements Receipt {}

    /** Too much is under way; nothing was kept. */
    record Full() implements Receipt {}

    /** Something that is needed is away; nothing was kept. */
    record Away(String reason) implements Receipt {}

    /** Not everything was acknowledged; some may have been kept. */
    record Unsure(String reason) implements Receipt {}

    /**
     * An item that was refused.
     *
     * @param index from 0 in the request
     * @param pointer JSON pointer into the item; null if the whole is at fault
     * @param source null if it could not be read
     * @param eventId null if it could not be read
     */
    record Refused(
            int index,
            RejectReason reason,
            @Nullable String pointer,
            String message,
            @Nullable String source,
            @Nullable String eventId) {

        static Refused of(int index, Reject reject) {
            return new Refused(
                    index,
                    reject.getReason(),
                    reject.getPointer(),
                    reject.getMessage(),
                    reject.getSource(),
                    reject.getEventId());
        }
    }
}
