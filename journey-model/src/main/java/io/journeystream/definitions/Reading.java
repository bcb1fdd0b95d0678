package io.journeystream.definitions;

import io.journeystream.definitions.yaml.Mistake;
import java.util.List;

/** What came of reading a file of definitions. */
public sealed interface Reading {

    /** The whole file is right. */
    record Read(WrittenDefinitions written) implements Reading {
        public Definitions definitions() {
            return written.definitions();
        }
    }

    /**
     * Something in it is wrong, and nothing of it holds.
     *
     * @param mistakes all of them, at least one, in the order of the file
     */
    record Invalid(List<Mistake> mistakes) implements Reading {
        public Invalid {
            mistakes = List.copyOf(mistakes);
        }
    }
}
