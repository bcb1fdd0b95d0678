package io.journeystream.streams.imports;

/** How far an import is. */
public enum ImportState {
    /** Its events are kept aside. */
    OPEN((byte) 'o'),
    /** Its end mark has come: its events are merged. Remembered for ever, since some may come later than the mark. */
    ENDED((byte) 'e'),
    /** It was given up: its events are deleted, then it is forgotten. */
    DISCARDED((byte) 'd');

    private final byte code;

    ImportState(byte code) {
        this.code = code;
    }

    /** How state keeps it. */
    byte code() {
        return code;
    }

    static ImportState of(byte code) {
        for (ImportState state : values()) {
            if (state.code == code) {
                return state;
            }
        }
        throw new IllegalArgumentException("an import in a state of a later release (" + code + ")");
    }
}
