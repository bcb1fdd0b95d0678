package io.journeystream.streams.health;

import io.journeystream.streams.state.Deletion;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The lists of dimensions by which journeys were ever counted, by number: what a journey was counted for must be taken
 * away under the dimensions of then, although others are wanted by now.
 */
final class DimensionLists {
    private static final Bytes LISTS = Bytes.wrap(new byte[] {0, 0});
    private static final Bytes ALL_COUNTED = Bytes.wrap(new byte[] {0, 1});
    private static final Bytes FORMAT = Bytes.wrap(new byte[] {0, 2});
    private static final byte[] PRESENT_FORMAT = {3};
    private static final int MOST = 256;
    private static final String NEXT_LIST = "\n";
    private static final String NEXT_NAME = "&";

    private final KeyValueStore<Bytes, byte[]> store;
    private final List<List<String>> lists;
    private int wanted;

    /** @param dimensions by which journeys are to be counted from now on */
    DimensionLists(KeyValueStore<Bytes, byte[]> store, List<String> dimensions) {
        this.store = store;
        byte[] known = store.get(LISTS);
        if (known != null && !Arrays.equals(store.get(FORMAT), PRESENT_FORMAT)) {
            throw new IllegalStateException(
                    "state of health of an earlier release, which keeps journeys or cells otherwise: delete"
                            + " it (the state directory and the changelog topics of the application whose name ends in -health),"
                            + " and all is counted again from the topic of journeys, once the topics of health cells and of the"
                            + " journey map are made anew");
        }
        store.put(FORMAT, PRESENT_FORMAT);
        this.lists = known == null ? new ArrayList<>() : read(known);
        want(dimensions);
        if (known == null) {
            allAreCounted();
        }
    }

    /** From now on journeys are to be counted by these. */
    void want(List<String> dimensions) {
        if (!lists.contains(dimensions)) {
            lists.add(dimensions);
            if (lists.size() > MOST) {
                throw new IllegalStateException("health has been counted by " + MOST
                        + " lists of dimensions, and can remember no more: reset the application");
            }
            store.put(LISTS, written(lists));
        }
        wanted = lists.indexOf(dimensions);
        if (!areAllCounted()) {
            Deletion.of(
                    store, ALL_COUNTED); // some may be counted by these from now on, should the others be wanted again
        }
    }

    private static List<List<String>> read(byte[] known) {
        return Arrays.stream(new String(known, StandardCharsets.UTF_8).split(NEXT_LIST, -1))
                .map(DimensionLists::names)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static List<String> names(String line) {
        return Arrays.stream(line.split(NEXT_NAME))
                .filter(name -> !name.isEmpty())
                .map(name -> URLDecoder.decode(name, StandardCharsets.UTF_8))
                .toList();
    }

    private static byte[] written(List<List<String>> lists) {
        return lists.stream()
                .map(names -> names.stream()
                        .map(name -> URLEncoder.encode(name, StandardCharsets.UTF_8))
                        .collect(Collectors.joining(NEXT_NAME)))
                .collect(Collectors.joining(NEXT_LIST))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Number of the list that is wanted now. */
    int wanted() {
        return wanted;
    }

    /** The list of that number. */
    List<String> get(int number) {
        return lists.get(number);
    }

    /** Whether every journey is counted by the list that is wanted. */
    boolean areAllCounted() {
        byte[] counted = store.get(ALL_COUNTED);
        return counted != null && Byte.toUnsignedInt(counted[0]) == wanted;
    }

    /** Every journey is counted by the list that is wanted. */
    void allAreCounted() {
        store.put(ALL_COUNTED, new byte[] {(byte) wanted});
    }
}
