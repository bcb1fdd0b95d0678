package io.journeystream.runtime.configuration;

import java.util.Optional;

/** A rule on settings that do not go together, each right by itself. */
@FunctionalInterface
public interface Contradiction {
    /** What does not go together; empty if all does. */
    Optional<Mistake> in(Configuration configuration);
}
