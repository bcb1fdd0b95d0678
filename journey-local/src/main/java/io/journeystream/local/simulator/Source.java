package io.journeystream.local.simulator;

import java.time.Duration;
import java.util.Locale;

/** The systems of the simulated organisation, and how long each takes to tell what it has seen. */
enum Source {
    /** Telephone system: voice menu and calls. */
    ACD(Duration.ofSeconds(5)),
    /** Web, app, bot and chat. */
    DIGITAL(Duration.ofSeconds(20)),
    MAIL(Duration.ofMinutes(2)),
    /** Cases and deliveries. */
    CRM(Duration.ofMinutes(10)),
    /** Who has logged in from which device. */
    LOGIN(Duration.ofMinutes(1)),
    SURVEY(Duration.ofMinutes(30));

    private final Duration usualDelay;

    Source(Duration usualDelay) {
        this.usualDelay = usualDelay;
    }

    Duration usualDelay() {
        return usualDelay;
    }

    /** The source's name in its events. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
