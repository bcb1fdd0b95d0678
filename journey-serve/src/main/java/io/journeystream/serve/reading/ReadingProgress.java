package io.journeystream.serve.reading;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** Says how far reading is, now and then while it takes long. */
public final class ReadingProgress {
    private static final Duration SAY_EVERY = Duration.ofSeconds(5);

    private final Consumer<String> listener;
    private long records;
    private long said = System.nanoTime();

    /** @param listener told a sentence each time */
    public ReadingProgress(Consumer<String> listener) {
        this.listener = listener;
    }

    /** One more record was read. */
    public void read(String topic) {
        records++;
        if (System.nanoTime() - said > SAY_EVERY.toNanos()) {
            said = System.nanoTime();
            listener.accept(String.format(Locale.ROOT, "reading %s: %,d records so far", topic, records));
        }
    }
}
