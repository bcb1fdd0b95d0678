package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import java.util.Collection;

/** A journey type of which nothing is counted. */
final class UnknownType {
    private UnknownType() {}

    /** @throws Failure if there are unknown ones */
    static void refuse(Collection<String> unknown, Collection<String> known) {
        if (!unknown.isEmpty()) {
            throw new Failure("no journeys of type '" + String.join("', '", unknown) + "' are counted; there are "
                    + String.join(", ", known));
        }
    }
}
