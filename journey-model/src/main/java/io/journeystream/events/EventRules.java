package io.journeystream.events;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a producer other than our own ingest could get wrong although the schema holds (docs/semantics.md, section 1):
 * state must never hold what the rules of journeys stumble over. Says nothing of too early or too late.
 */
public final class EventRules {
    /** The years 1 to 9999: beyond them, sums of times overflow. */
    private static final long EARLIEST = -62_135_596_800_000L;

    private static final long LATEST = 253_402_300_799_999L;

    private EventRules() {}

    /** What is wrong with the event, or null if nothing is. */
    public static @Nullable String broken(Event event) {
        String common = commonly(event);
        if (common != null) {
            return common;
        }
        if (event instanceof Event.Channel channel) {
            return inContact(channel.avro());
        }
        return event instanceof Event.Voc voc ? answer(voc.avro()) : null;
    }

    private static @Nullable String commonly(Event event) {
        if (event.source().isEmpty()) {
            return "source must not be empty";
        }
        if (event.eventId().isEmpty()) {
            return "eventId must not be empty";
        }
        if (event.occurredAt() < EARLIEST || event.occurredAt() > LATEST) {
            return "occurredAt must lie in the years 1 to 9999, was " + event.occurredAt();
        }
        return named(event.identifiers());
    }

    private static @Nullable String named(List<Identifier> identifiers) {
        boolean blank = identifiers.stream()
                .anyMatch(i -> i.getType().isEmpty() || i.getValue().isEmpty());
        if (blank) {
            return "an identifier needs a type and a value";
        }
        boolean erased = identifiers.stream().anyMatch(i -> i.getValue().indexOf(Character.MAX_CODE_POINT) >= 0);
        return erased ? "an identifier must not have the character U+10FFFF: it marks those that were erased" : null;
    }

    private static @Nullable String inContact(ChannelEvent event) {
        if (event.getChannel().isEmpty()) {
            return "channel must not be empty";
        }
        if (event.getContactId().isEmpty()) {
            return "contactId must not be empty";
        }
        Long duration = event.getDurationMillis();
        if (duration != null && (duration < 0 || duration > LATEST - EARLIEST)) {
            return "durationMillis must be at least 0 and end before the year 10000, was " + duration;
        }
        Double sentiment = event.getSentiment();
        return sentiment == null || (sentiment >= -1 && sentiment <= 1)
                ? null
                : "sentiment must lie in -1 to 1, was " + sentiment;
    }

    private static @Nullable String answer(VocEvent event) {
        Double score = event.getScore();
        if (score == null) {
            return null;
        }
        if (!Double.isFinite(score)) {
            return "score must be a number, was " + score;
        }
        return switch (event.getInstrument()) {
            case CES, CSAT, NPS -> onScale(score, event.getScaleMin(), event.getScaleMax());
            case SENTIMENT, RESOLUTION, COMMENT -> null;
        };
    }

    private static @Nullable String onScale(double score, @Nullable Double min, @Nullable Double max) {
        if (min == null || max == null || !(min < max) || !Double.isFinite(max - min)) {
            return "a score needs scaleMin < scaleMax, they were " + min + " and " + max;
        }
        return score >= min && score <= max ? null : "score must lie in " + min + " to " + max + ", was " + score;
    }
}
