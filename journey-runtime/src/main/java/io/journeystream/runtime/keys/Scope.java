package io.journeystream.runtime.keys;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What a key allows. */
public enum Scope {
    /** Write events. */
    EVENTS_WRITE("events:write"),
    /** Ask who is whom, and why; read conflicts and explanations. */
    IDENTITY_READ("identity:read"),
    /** Lay down who is whom, and erase. */
    IDENTITY_WRITE("identity:write"),
    /** Read alerts, and who hears of them. */
    ALERTS_READ("alerts:read"),
    /** Change who hears of alerts, and try whether notices arrive. */
    ALERTS_WRITE("alerts:write"),
    /** Read the feeds for analysts: journeys, contacts and health over OData. */
    FEEDS_READ("feeds:read"),
    /** Read metrics. */
    MONITORING_READ("monitoring:read");

    private final String text;

    Scope(String text) {
        this.text = text;
    }

    /**
     * The scope of that name.
     *
     * @throws IllegalArgumentException if there is none; says which there are
     */
    public static Scope of(String text) {
        return Arrays.stream(values())
                .filter(scope -> scope.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a scope is one of "
                        + Arrays.stream(values()).map(Scope::toString).collect(Collectors.joining(", ")) + ", was \""
                        + text + "\""));
    }

    @Override
    public String toString() {
        return text;
    }
}
