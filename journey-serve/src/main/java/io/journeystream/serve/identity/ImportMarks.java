package io.journeystream.serve.identity;

import io.journeystream.clock.ClockTick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which imports have ended, and which were given up: what an import brings counts once it has ended
 * (docs/semantics.md, section 2).
 */
final class ImportMarks {
    private final Map<String, List<Mark>> byImport = new HashMap<>();

    /** @param at when Kafka took it in, epoch milliseconds */
    private record Mark(long at, boolean discards) {}

    /** @param at when Kafka took it in, epoch milliseconds */
    void add(ClockTick tick, long at) {
        String importId = tick.getImportId();
        if (importId != null) {
            byImport.computeIfAbsent(importId, id -> new ArrayList<>()).add(new Mark(at, tick.getDiscards()));
        }
    }

    /**
     * Whether an event counts. Its import has ended, and it was not given up between the event and that end: the id of
     * an import that was given up may be used again.
     *
     * @param arrived when Kafka took in the event, epoch milliseconds
     */
    boolean count(String importId, long arrived) {
        List<Mark> marks = byImport.getOrDefault(importId, List.of());
        long end = marks.stream()
                .filter(mark -> !mark.discards())
                .mapToLong(Mark::at)
                .min()
                .orElse(Long.MIN_VALUE);
        return end != Long.MIN_VALUE
                && marks.stream().noneMatch(mark -> mark.discards() && mark.at() >= arrived && mark.at() < end);
    }
}
