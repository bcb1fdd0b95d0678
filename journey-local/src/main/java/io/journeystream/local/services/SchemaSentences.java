package io.journeystream.local.services;

import io.journeystream.registry.CompatibilityLevel;
import io.journeystream.topics.SchemaState;

/** Says how schemas stand, and what to do. */
public final class SchemaSentences {
    private SchemaSentences() {}

    /** One sentence on one schema. */
    public static String of(SchemaState state) {
        if (state instanceof SchemaState.Registered registered) {
            return state.subject() + " is registered with id " + registered.id();
        }
        if (state instanceof SchemaState.Missing missing) {
            return state.subject()
                    + (missing.version() == 0
                            ? " is not registered"
                            : " is registered in an older version only (" + missing.version() + "), ours is compatible")
                    + ": register it with `./journey schemas register`";
        }
        return state.subject() + " has versions that ours is incompatible with ("
                + String.join("; ", ((SchemaState.Incompatible) state).problems())
                + "): somebody else uses this subject, or a newer Journeystream does; use its release, or another registry";
    }

    /** One sentence on a subject whose level would let unreadable schemas in. */
    public static String weak(String subject, CompatibilityLevel level) {
        return "the registry's compatibility level of " + subject + " is " + level
                + ", which lets in schemas that cannot read what is there: set it to BACKWARD_TRANSITIVE"
                + " (PUT /config/" + subject + " {\"compatibility\": \"BACKWARD_TRANSITIVE\"})";
    }
}
