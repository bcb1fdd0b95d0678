package io.journeystream.ingest.intake;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts a body into its items. */
final class Items {
    private Items() {}

    /**
     * Hands over item by item.
     *
     * @return why the body as a whole cannot be read, whatever was handed over before; null if it can
     */
    static @Nullable Malformed read(Submission submission, Consumer<Item> items) {
        return submission.format() == Submission.Format.NDJSON
                ? Lines.read(submission.body(), items)
                : Documents.read(submission.body(), submission.attributes().isEmpty(), items);
    }
}
