package io.journeystream.local.cli;

import java.util.Collection;

/** Says why there is nothing to show, and what to do. */
final class NothingCounted {
    private NothingCounted() {}

    /**
     * One sentence or two.
     *
     * @param what is looked for: cells or edges
     * @param known types of which there are or were some
     */
    static String of(String what, Collection<String> known) {
        return known.isEmpty()
                ? "no " + what
                        + " yet. They come a few seconds after the first journeys: see whether streams is at work"
                        + " (./journey streams, or ./journey local) and has had events (./journey import, or over HTTP)"
                : "no " + what + " of that time; without --since and --until all are shown";
    }
}
