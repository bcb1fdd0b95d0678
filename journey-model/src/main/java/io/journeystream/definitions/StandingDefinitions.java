package io.journeystream.definitions;

import io.journeystream.definitions.yaml.Mistake;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * Definitions that somebody has laid down: of several those hold that are {@linkplain #isAfter after} all others, in
 * whatever order they are heard of.
 *
 * @param at since when, epoch milliseconds
 * @param by who has laid them down
 */
public record StandingDefinitions(WrittenDefinitions written, long at, String by) {
    /** Before anybody has laid down any. */
    public static final StandingDefinitions STANDARD = unpublished(WrittenDefinitions.STANDARD);

    private static final Comparator<StandingDefinitions> ORDER = Comparator.comparingLong(StandingDefinitions::at)
            .thenComparing(standing -> standing.written().id());

    /** Definitions that nobody else knows of; whatever is laid down is after them. */
    public static StandingDefinitions unpublished(WrittenDefinitions written) {
        return new StandingDefinitions(written, 0, "");
    }

    /** What came of reading a record of {@code journey.definitions.v1}. */
    public sealed interface Heard {

        /** Definitions without mistakes. */
        record Laid(StandingDefinitions standing) implements Heard {}

        /**
         * Not what {@code journeys.yaml} may say.
         *
         * @param mistakes all of them, at least one
         */
        record Wrong(List<Mistake> mistakes) implements Heard {
            public Wrong {
                mistakes = List.copyOf(mistakes);
            }
        }
    }

    /** What a record says. */
    public static Heard read(PublishedDefinitions published) {
        byte[] content = published.getContent().getBytes(StandardCharsets.UTF_8);
        Reading reading = DefinitionsFile.parse("definitions " + published.getId(), content);
        if (reading instanceof Reading.Read read) {
            return new Heard.Laid(
                    new StandingDefinitions(read.written(), published.getAt().toEpochMilli(), published.getBy()));
        }
        return new Heard.Wrong(((Reading.Invalid) reading).mistakes());
    }

    /** The record that says so. */
    public PublishedDefinitions published() {
        return new PublishedDefinitions(
                written.id(), definitions().version(), Instant.ofEpochMilli(at), by, written.content());
    }

    public Definitions definitions() {
        return written.definitions();
    }

    /** Whether these hold, and not the others: they are later, or of that time the ones with the greater id. */
    public boolean isAfter(StandingDefinitions others) {
        return ORDER.compare(this, others) > 0;
    }
}
