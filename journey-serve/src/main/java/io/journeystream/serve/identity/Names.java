package io.journeystream.serve.identity;

import io.journeystream.events.Identifier;
import java.time.Instant;

/** How identifiers and instants are written for people. */
public final class Names {
    private static final int UNTIL_SECONDS = 19;

    private Names() {}

    /** {@code type:value}. */
    public static String of(Identifier identifier) {
        return identifier.getType() + ":" + identifier.getValue();
    }

    /** {@code 2026-01-05 09:00:00}, UTC. */
    public static String time(long epochMillis) {
        String text = Instant.ofEpochMilli(epochMillis).toString();
        return text.substring(0, Math.min(UNTIL_SECONDS, text.length())).replace('T', ' ');
    }
}
