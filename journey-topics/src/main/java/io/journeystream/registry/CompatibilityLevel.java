package io.journeystream.registry;

import io.journeystream.registry.SchemaRegistry.RegisteredSchema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

/** What a new version of a subject owes to the versions before it; names and meaning are the Confluent registry's. */
public enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    CompatibilityLevel(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    /** The level of a name; empty if there is none. */
    public static Optional<CompatibilityLevel> named(String name) {
        return Arrays.stream(values())
                .filter(level -> level.name().equals(name))
                .findFirst();
    }

    /** Whether it sees to it that new versions can read what earlier ones wrote: what Journeystream needs. */
    public boolean keepsHistoryReadable() {
        return newReadsOld;
    }

    /** Every clash between a schema and the versions before it (oldest first) that this level does not allow. */
    public List<String> problems(Schema next, List<RegisteredSchema> earlier) {
        List<RegisteredSchema> bound =
                transitive || earlier.isEmpty() ? earlier : earlier.subList(earlier.size() - 1, earlier.size());
        List<String> problems = new ArrayList<>();
        for (RegisteredSchema version : bound) {
            if (newReadsOld) {
                problems.addAll(clashes(next, version.schema(), "reading version " + version.version()));
            }
            if (oldReadsNew) {
                problems.addAll(clashes(version.schema(), next, "read by version " + version.version()));
            }
        }
        return problems;
    }

    private static List<String> clashes(Schema reader, Schema writer, String when) {
        var verdict = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return verdict.getType() == SchemaCompatibilityType.COMPATIBLE
                ? List.of()
                : verdict.getResult().getIncompatibilities().stream()
                        .map(clash -> when + ": " + clash.getType() + " at " + clash.getLocation() + ": "
                                + clash.getMessage())
                        .toList();
    }
}
