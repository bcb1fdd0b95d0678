package io.journeystream.ingest.events;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with one event, in the order it was found. */
final class Mistakes {
    private static final int SAID = 8;

    private record Mistake(String pointer, String message) {}

    private final List<Mistake> found = new ArrayList<>(0);

    void add(String pointer, String message) {
        found.add(new Mistake(pointer, message));
    }

    boolean any() {
        return !found.isEmpty();
    }

    /** JSON pointer of the first; null if there is none or it is about the whole. */
    @Nullable
    String pointer() {
        return found.isEmpty() || found.get(0).pointer().isEmpty()
                ? null
                : found.get(0).pointer();
    }

    String message() {
        String said = found.stream().limit(SAID).map(Mistake::message).collect(Collectors.joining("; "));
        return found.size() <= SAID ? said : said + "; and " + (found.size() - SAID) + " more";
    }
}
