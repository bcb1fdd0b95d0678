package io.journeystream.serve.identity;

import io.journeystream.events.Identifier;
import java.util.Optional;

/** How the edge writes identifiers into events: in one spelling, and hashed where a key is set. */
@FunctionalInterface
public interface Spelling {

    /** As events have it; empty if the edge drops it, since it is a placeholder. */
    Optional<Identifier> of(Identifier written);
}
