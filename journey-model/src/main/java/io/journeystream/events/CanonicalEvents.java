package io.journeystream.events;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** The same event with its collections in the one order that does not depend on who wrote them. */
final class CanonicalEvents {
    private static final Comparator<Identifier> BY_TYPE_AND_VALUE = Comparator.comparing(
                    Identifier::getType, Utf8Order::compare)
            .thenComparing(Identifier::getValue, Utf8Order::compare);

    private CanonicalEvents() {}

    static ChannelEvent of(ChannelEvent event) {
        return ordered(event.getIdentifiers(), event.getReferences(), event.getAttributes())
                ? event
                : reordered(event, new ChannelEvent());
    }

    static OperationalEvent of(OperationalEvent event) {
        return ordered(event.getIdentifiers(), event.getReferences(), event.getAttributes())
                ? event
                : reordered(event, new OperationalEvent());
    }

    static VocEvent of(VocEvent event) {
        return ordered(event.getIdentifiers(), event.getReferences(), event.getAttributes())
                ? event
                : reordered(event, new VocEvent());
    }

    /** What holds at most one element has no order, and is most of what comes. */
    private static boolean ordered(List<?> identifiers, Map<?, ?> references, Map<?, ?> attributes) {
        return identifiers.size() <= 1 && references.size() <= 1 && attributes.size() <= 1;
    }

    private static <T extends SpecificRecord> T reordered(T event, T copy) {
        event.getSchema().getFields().forEach(field -> copy.put(field.pos(), canonical(event.get(field.pos()))));
        return copy;
    }

    @SuppressWarnings("unchecked") // the only lists of an event are of identifiers, its only maps of strings
    private static Object canonical(Object value) {
        if (value instanceof List<?> identifiers) {
            return ((List<Identifier>) identifiers)
                    .stream().sorted(BY_TYPE_AND_VALUE).distinct().toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>(Utf8Order::compare);
            sorted.putAll((Map<String, String>) map);
            return sorted;
        }
        return value;
    }
}
