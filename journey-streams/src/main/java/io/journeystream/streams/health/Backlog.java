package io.journeystream.streams.health;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How much the tasks of an instance have still to do. */
public final class Backlog {
    private final Map<Object, Integer> waiting = new ConcurrentHashMap<>();

    void set(Object task, int things) {
        waiting.put(task, things);
    }

    void forget(Object task) {
        waiting.remove(task);
    }

    /** Journeys, cells and edges that wait. */
    public long size() {
        return waiting.values().stream().mapToLong(Integer::longValue).sum();
    }
}
