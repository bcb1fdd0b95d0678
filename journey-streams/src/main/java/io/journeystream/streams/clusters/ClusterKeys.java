package io.journeystream.streams.clusters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the rows of a cluster: its root, a tag, what the row is about. All that belongs to one cluster lies together,
 * and its events by identifier and time. (Places lie in the same store, under tags of their own: a, q, s.)
 */
final class ClusterKeys {
    static final byte COMBINATION = 'c';
    static final byte ERASURE = 'x';
    static final byte EVENT = 'e';
    static final byte HEADER = 'h';
    static final byte IDENTITY = 'n';
    static final byte INCOMING = 'i';
    static final byte JOURNEY = 'j';
    static final byte MEMBER = 'm';
    static final byte STATUS = 'b';
    static final byte LOOK_UP = 'u';
    static final byte WITHDRAWN = 'w';

    /** Everything that is a cluster's. */
    static final byte[] ALL = {
        STATUS, COMBINATION, ERASURE, EVENT, HEADER, IDENTITY, INCOMING, JOURNEY, MEMBER, LOOK_UP, WITHDRAWN
    };

    private static final byte AFTER_ALL_TAGS = (byte) 0xff;

    /** After the rows of all clusters. */
    static final Bytes END = Bytes.wrap(allOnes());

    private ClusterKeys() {}

    private static byte[] allOnes() {
        byte[] ones = new byte[Root.LENGTH + 1];
        Arrays.fill(ones, AFTER_ALL_TAGS);
        return ones;
    }

    /** After all rows of a cluster, and before those of the next. */
    static Bytes end(Root root) {
        return row(root, AFTER_ALL_TAGS, new byte[0]);
    }

    static Bytes event(Root root, Root under, long occurredAt, byte[] event) {
        return Bytes.wrap(begin(root, EVENT, Root.LENGTH + Long.BYTES + EventHash.LENGTH)
                .put(under.hash())
                .putLong(SortableTime.encode(occurredAt))
                .put(event)
                .array());
    }

    static Bytes lookUp(Root root, byte[] event) {
        return row(root, LOOK_UP, event);
    }

    static Bytes journey(Root root, String journeyId) {
        return row(root, JOURNEY, journeyId.getBytes(StandardCharsets.UTF_8));
    }

    static Bytes header(Root root) {
        return row(root, HEADER, new byte[0]);
    }

    /** A row of that kind, about whatever these bytes name. */
    static Bytes row(Root root, byte tag, byte[] about) {
        return Bytes.wrap(begin(root, tag, about.length).put(about).array());
    }

    /** What all rows of that kind begin with. */
    static Bytes rows(Root root, byte tag) {
        return Bytes.wrap(begin(root, tag, 0).array());
    }

    private static ByteBuffer begin(Root root, byte tag, int more) {
        return ByteBuffer.allocate(Root.LENGTH + 1 + more).put(root.hash()).put(tag);
    }
}
