package io.journeystream.local.cli;

import io.journeystream.alerts.JourneyTypes;
import io.journeystream.definitions.Definitions;
import io.journeystream.local.view.Console;
import java.util.Collection;

/** Says of which journey types there are probably none; what names them holds nevertheless. */
final class TypeWarnings {
    private TypeWarnings() {}

    /**
     * A line each.
     *
     * @param who names the types
     */
    static void tell(Console console, String who, Collection<String> types, Definitions definitions) {
        JourneyTypes known = JourneyTypes.of(definitions);
        types.stream()
                .sorted()
                .flatMap(type -> known.objection(type).stream())
                .forEach(objection -> console.err().println("warning: " + who + " " + objection));
        console.err().flush();
    }
}
