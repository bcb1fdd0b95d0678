package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.wording.OneLine;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver has answered.
 *
 * @param retryAfter header of that name; null if it has none
 * @param body its beginning
 */
record Answer(int status, @Nullable String retryAfter, String body) {
    private static final Set<Integer> LATER = Set.of(408, 425, 429);
    private static final int QUOTED = 200;
    private static final Duration LONGEST = Duration.ofHours(1);

    /** What that means for the post. */
    Sent meaning(Post post, Clock clock) {
        int kind = status / 100;
        if (kind == 2) {
            return new Sent.Accepted();
        }
        String why = post.name() + " answered " + status + quoted(post.hidden());
        if (kind == 5 || LATER.contains(status)) {
            return new Sent.Failed(why, wait(clock.instant()));
        }
        return new Sent.Refused(
                kind == 3 ? why + "; redirections are not followed: give the address that it leads to" : why);
    }

    private String quoted(Hidden hidden) {
        String line = OneLine.of(hidden.in(body), QUOTED);
        return line.isEmpty() ? "" : ": " + line;
    }

    /** In seconds or as a date, at most an hour; null if it says neither. */
    private @Nullable Duration wait(Instant now) {
        Duration asked = retryAfter == null ? null : parse(retryAfter.strip(), now);
        if (asked == null) {
            return null;
        }
        Duration notNegative = asked.isNegative() ? Duration.ZERO : asked;
        return notNegative.compareTo(LONGEST) > 0 ? LONGEST : notNegative;
    }

    private static @Nullable Duration parse(String text, Instant now) {
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            return Duration.between(now, DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
