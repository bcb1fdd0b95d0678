package io.journeystream.local.simulator;

import io.journeystream.events.Identifier;
import java.util.List;
import java.util.Locale;

/** A customer of the simulated organisation, made from nothing but its number. */
record Person(int number, String segment) {
    private static final List<String> SEGMENTS = List.of("private", "private", "private", "business", "premium");

    static Person numbered(int number) {
        return new Person(number, SEGMENTS.get(Math.floorMod(number * 31, SEGMENTS.size())));
    }

    /** By what a system knows the person, strongest first; without the account if nobody has logged in. */
    List<Identifier> identifiers(Source source, boolean anonymous) {
        return anonymous ? List.of(traceIn(source)) : List.of(account(), traceIn(source));
    }

    private Identifier account() {
        return new Identifier("account", String.format(Locale.ROOT, "A%07d", number));
    }

    private Identifier traceIn(Source source) {
        return switch (source) {
            case ACD -> new Identifier("phone", String.format(Locale.ROOT, "+447700%06d", number));
            case DIGITAL -> new Identifier("cookie", String.format(Locale.ROOT, "ck-%07x", number));
            case MAIL, SURVEY, CRM -> new Identifier("email", "customer" + number + "@example.org");
        };
    }
}
