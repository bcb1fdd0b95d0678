package io.journeystream.topics;

import java.util.List;

/** How a schema of ours stands in a registry. */
public sealed interface SchemaState {

    /** Under which it is, or would be, registered. */
    String subject();

    /** It is there. */
    record Registered(String subject, int id) implements SchemaState {}

    /** It is not there, and could be registered; {@code version} is the newest that is there, 0 for none. */
    record Missing(String subject, int version) implements SchemaState {}

    /**
     * It is not there, and would be refused.
     *
     * @param problems what readers or writers would stumble over
     */
    record Incompatible(String subject, List<String> problems) implements SchemaState {
        public Incompatible {
            problems = List.copyOf(problems);
        }
    }
}
