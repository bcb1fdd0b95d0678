package io.journeystream.runtime.configuration;

import java.util.List;

/** What became of all that was given. */
public sealed interface Configured permits Configuration, Configured.Refused {

    /** It cannot be used: every mistake, each with its place and what would be right. */
    record Refused(List<Mistake> mistakes) implements Configured {
        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }
}
