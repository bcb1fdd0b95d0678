package io.journeystream.sql.topics;

import io.journeystream.local.view.Console;
import java.time.Duration;
import java.util.Locale;

/** Says on standard error how far reading is, while it takes long. */
final class Progress {
    private static final long SAY_EVERY = Duration.ofSeconds(2).toNanos();

    private final Console console;
    private final long records;
    private long read;
    private long said = System.nanoTime();

    /** @param records how many there are to read, at most */
    Progress(Console console, long records) {
        this.console = console;
        this.records = records;
    }

    void read() {
        read++;
        if ((read & 0xff) == 0 && System.nanoTime() - said > SAY_EVERY) {
            said = System.nanoTime();
            console.err()
                    .println(String.format(
                            Locale.ROOT, "reading the topics: %,d of at most %,d records", read, records));
        }
    }
}
