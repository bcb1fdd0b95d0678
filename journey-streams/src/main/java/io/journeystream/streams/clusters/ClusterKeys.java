package io.journeystream.streams.clusters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the rows of a cluster: its root, a tag, what the row is about. All that belongs to one cluster lies together,
 * and its events by identifier and time. (Tags that are kept free for evidence and commands: i, v, c.)
 */
final class ClusterKeys {
    private static final byte EVENT = 'e';
    private static final byte HEADER = 'h';
    private static final byte JOURNEY = 'j';
    private static final byte LOOK_UP = 'u';

    private ClusterKeys() {}

    static Bytes event(Root root, Root under, long occurredAt, byte[] event) {
        return Bytes.wrap(begin(root, EVENT, Root.LENGTH + Long.BYTES + EventHash.LENGTH)
                .put(under.hash())
                .putLong(SortableTime.encode(occurredAt))
                .put(event)
                .array());
    }

    static Bytes lookUp(Root root, byte[] event) {
        return Bytes.wrap(begin(root, LOOK_UP, EventHash.LENGTH).put(event).array());
    }

    static Bytes journey(Root root, String journeyId) {
        byte[] id = journeyId.getBytes(StandardCharsets.UTF_8);
        return Bytes.wrap(begin(root, JOURNEY, id.length).put(id).array());
    }

    static Bytes header(Root root) {
        return Bytes.wrap(begin(root, HEADER, 0).array());
    }

    /** What all events of the cluster begin with. */
    static Bytes events(Root root) {
        return Bytes.wrap(begin(root, EVENT, 0).array());
    }

    /** What all published journeys of the cluster begin with. */
    static Bytes journeys(Root root) {
        return Bytes.wrap(begin(root, JOURNEY, 0).array());
    }

    private static ByteBuffer begin(Root root, byte tag, int more) {
        return ByteBuffer.allocate(Root.LENGTH + 1 + more).put(root.hash()).put(tag);
    }
}
