package io.journeystream.serve.health;

import io.journeystream.health.FlowKey;
import io.journeystream.health.Period;

/** Which edges of the journey map are meant: those of a type, of journeys that began within a span of days. */
public record FlowFilter(String type, Span span) {

    boolean admits(FlowKey key) {
        return key.type().equals(type) && span.admits(Period.DAY, key.day());
    }
}
