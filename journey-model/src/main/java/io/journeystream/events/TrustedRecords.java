package io.journeystream.events;

import org.apache.avro.util.ClassSecurityValidator;

/**
 * Tells Avro that the records generated from our own schemas may be made from data. Since 1.12.2 it refuses every class
 * that nobody vouches for, and there is one list of them a JVM; whatever reads or builds records asks for this first.
 */
public final class TrustedRecords {
    private static final String OURS = "io.journeystream.";

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(), type -> type.getName().startsWith(OURS)));
    }

    private TrustedRecords() {}

    /** Makes sure of it, in addition to what others have trusted; any number of calls is as good as one. */
    public static void trust() {
        // loading this class has done it
    }
}
