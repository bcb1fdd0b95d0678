package io.journeystream.ingest.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In JSONata a sequence of one thing is that thing; where an event needs a list, it is one again. */
final class Singletons {
    private static final String LIST = "identifiers";

    private Singletons() {}

    static Object unfolded(Object event) {
        if (!(event instanceof Map<?, ?> fields) || !(fields.get(LIST) instanceof Map<?, ?> single)) {
            return event;
        }
        Map<Object, Object> unfolded = new LinkedHashMap<>(fields);
        unfolded.put(LIST, List.of(single));
        return unfolded;
    }
}
