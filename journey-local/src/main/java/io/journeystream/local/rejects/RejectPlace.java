package io.journeystream.local.rejects;

import io.journeystream.rejects.Reject;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the input of a reject stood, in one short text. */
final class RejectPlace {
    private RejectPlace() {}

    /** Such as {@code calls.csv:17:4}, {@code journey.voc-events.v1/2/40}, {@code calls.csv:17 /occurredAt}. */
    static String of(Reject reject) {
        String place = Stream.of(file(reject), record(reject), reject.getPointer())
                .filter(part -> part != null)
                .collect(Collectors.joining(" "));
        return place.isEmpty() ? "-" : place;
    }

    /** {@code file:line:column}; null if it was no file. */
    static @Nullable String file(Reject reject) {
        if (reject.getFile() == null) {
            return null;
        }
        String line = reject.getLine() == null ? "" : ":" + reject.getLine();
        return reject.getFile() + line + (reject.getColumn() == null ? "" : ":" + reject.getColumn());
    }

    /** {@code topic/partition/offset}; null if it never was in Kafka. */
    static @Nullable String record(Reject reject) {
        if (reject.getTopic() == null) {
            return null;
        }
        String partition = reject.getPartition() == null ? "" : "/" + reject.getPartition();
        return reject.getTopic() + partition + (reject.getOffset() == null ? "" : "/" + reject.getOffset());
    }
}
