package io.journeystream.stitching;

import java.util.ArrayList;
import java.util.List;

/** A value by which systems tie together what belongs together, such as a case or an order. */
record Reference(String key, String value) {

    /** Those of an item that journeys are found by. */
    static List<Reference> of(Item item, List<String> correlate) {
        List<Reference> references = List.of();
        for (String key : correlate) {
            String value = item.references().get(key);
            if (value != null) {
                references = references.isEmpty() ? new ArrayList<>(correlate.size()) : references;
                references.add(new Reference(key, value));
            }
        }
        return references;
    }
}
