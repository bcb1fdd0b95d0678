package io.journeystream.streams.health;

import io.journeystream.health.CellKey;
import io.journeystream.health.FlowKey;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * Names of cells and edges as keys of one store and topic: a letter that tells them apart, then the name. In the topic
 * there are definitions, too, for each partition, which is their name.
 */
public final class CellName {
    private static final byte CELL = 'h';
    private static final byte FLOW = 'f';
    private static final byte DEFINITIONS = 'd';
    private static final int PARTS_TO_COHORT_OF_CELL = 3;
    private static final int PARTS_TO_COHORT_OF_FLOW = 2;

    private CellName() {}

    static byte[] of(CellKey key) {
        return of(CELL, key.toString());
    }

    static byte[] of(FlowKey key) {
        return of(FLOW, key.toString());
    }

    private static byte[] of(byte letter, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        byte[] key = new byte[text.length + 1];
        key[0] = letter;
        System.arraycopy(text, 0, key, 1, text.length);
        return key;
    }

    static byte[] ofDefinitions(int partition) {
        return of(DEFINITIONS, Integer.toString(partition));
    }

    static boolean isOfDefinitions(byte[] key) {
        return key[0] == DEFINITIONS;
    }

    /** To which partition it goes; empty where the key decides. */
    public static Optional<Set<Integer>> partition(byte[] key) {
        return isOfDefinitions(key) ? Optional.of(Set.of(Integer.parseInt(text(key)))) : Optional.empty();
    }

    static boolean isCell(byte[] key) {
        return key[0] == CELL;
    }

    /** What all of one type, period and cohort begin with. */
    static byte[] cohort(byte[] key) {
        int parts = isCell(key) ? PARTS_TO_COHORT_OF_CELL : PARTS_TO_COHORT_OF_FLOW;
        int end = 1;
        for (int seen = 0; end < key.length && seen < parts; end++) {
            if (key[end] == '/') {
                seen++;
            }
        }
        return Arrays.copyOf(key, end);
    }

    /** Whether a name begins with that of a cohort. */
    static boolean isOf(byte[] cohort, byte[] key) {
        return key.length >= cohort.length && Arrays.equals(key, 0, cohort.length, cohort, 0, cohort.length);
    }

    /** The name in UTF-8, which is the key of what is published. */
    static byte[] published(byte[] key) {
        return Arrays.copyOfRange(key, 1, key.length);
    }

    static String text(byte[] key) {
        return new String(published(key), StandardCharsets.UTF_8);
    }
}
