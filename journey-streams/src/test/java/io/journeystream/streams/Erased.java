package io.journeystream.streams;

import io.journeystream.events.Digests;
import io.journeystream.events.Event;
import io.journeystream.events.EventEncoding;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import io.journeystream.streams.clusters.EventHash;
import io.journeystream.streams.state.StateStores;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.Bytes;

/** What erasures have left behind in the state and the rejects of a driver. */
final class Erased {
    private static final int TAG = 16;
    private static final Pattern CONTENTS = Pattern.compile("contents ([0-9a-f]+)");

    private final StitchingDriver driver;
    private final EventEncoding encoding = new EventEncoding();

    Erased(StitchingDriver driver) {
        this.driver = driver;
    }

    /** The deliveries without those that were refused because their customer was erased. */
    List<Event> accepted(List<Event> deliveries) {
        Map<String, Integer> refused = new HashMap<>();
        for (Reject reject : driver.rejected()) {
            Matcher contents = CONTENTS.matcher(reject.getMessage());
            if (reject.getReason() == RejectReason.ERASED && contents.find()) {
                refused.merge(contents.group(1), 1, Integer::sum);
            }
        }
        List<Event> accepted = new ArrayList<>();
        for (Event event : deliveries) {
            String contents = Digests.hex20(encoding.encode(event));
            if (refused.merge(contents, -1, Integer::sum) < 0) {
                accepted.add(event);
            }
        }
        return accepted;
    }

    /** The revisions that were deleted, by the event's hash. */
    Map<String, Long> revisions() {
        Map<String, Long> revisions = new HashMap<>();
        rows('u').forEach((key, value) -> {
            if (value[0] == 2) {
                String event = HexFormat.of().formatHex(key.get(), TAG + 1, key.get().length);
                revisions.merge(event, ByteBuffer.wrap(value).getLong(1), Math::max);
            }
        });
        return revisions;
    }

    /** Whether this event, or a later revision of it, was deleted. */
    static boolean isIn(Map<String, Long> revisions, Event event) {
        Long revision = revisions.get(EventHash.hex(event));
        return revision != null && event.revision() <= revision;
    }

    /** All events that are in state. */
    List<Event> kept() {
        return rows('e').values().stream().map(encoding::decode).toList();
    }

    private Map<Bytes, byte[]> rows(char tag) {
        Map<Bytes, byte[]> found = new HashMap<>();
        for (int partition = 0; partition < driver.partitions(); partition++) {
            driver.state(partition).rows(StateStores.CLUSTERS).forEach((key, value) -> {
                if (key.get()[TAG] == tag) {
                    found.put(key, value);
                }
            });
        }
        return found;
    }
}
