package io.journeystream.serve.alerts.subscriptions;

import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import io.journeystream.serve.alerts.subscriptions.Silence.Weekly;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a silence. */
final class SilenceReader {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final String MOMENT = "a moment such as 2026-03-01T22:00:00+01:00";

    private SilenceReader() {}

    static Silence read(Section file, String id, String team, String content) {
        require(file, "match", "what nobody is to hear of, such as {types: [billing]}");
        require(file, "why", "a sentence for people");
        Instant from = moment(file, "from");
        Instant until = moment(file, "until");
        if (file.get("from").isGiven() && file.get("until").isGiven() && !from.isBefore(until)) {
            file.get("until").mistake("must be after from");
        }
        return new Silence(
                id,
                team,
                HearingReader.read(file.get("match").section()),
                from,
                until,
                weekly(file, from, until),
                file.get("why").text(""),
                content);
    }

    private static void require(Section file, String key, String meaning) {
        if (!file.get(key).isGiven()) {
            file.mistake("needs " + key + ", " + meaning);
        }
    }

    private static Instant moment(Section file, String key) {
        require(file, key, MOMENT);
        return moment(file.get(key));
    }

    private static Instant moment(Value value) {
        return value.read(SilenceReader::parsed, MOMENT, Instant.EPOCH);
    }

    private static Optional<Instant> parsed(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Weekly weekly(Section file, Instant from, Instant until) {
        ZoneId zone = QuietHoursReader.zone(file.get("timezone"));
        Value ends = file.get("ends");
        boolean again = file.get("recurrence").oneOf(Map.of("weekly", true), false);
        if (!again) {
            refuseNeedless(file.get("timezone"), ends);
            return null;
        }
        require(file, "ends", "when the last of its weekly windows has been: a silence must end");
        if (file.get("from").isGiven() && Duration.between(from, until).compareTo(WEEK) >= 0) {
            file.get("until").mistake("must be less than a week after from, since it comes back each week");
        }
        return new Weekly(zone, moment(ends));
    }

    private static void refuseNeedless(Value... values) {
        for (Value value : values) {
            if (value.isGiven()) {
                value.mistake("is for a silence with recurrence: weekly");
            }
        }
    }
}
