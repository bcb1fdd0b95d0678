package io.journeystream.registry;

/**
 * The Confluent wire format: a zero byte, the schema's id in four bytes (big-endian), then the record in Avro binary.
 */
public final class WireFormat {
    /** Bytes before the record itself. */
    public static final int HEADER = 5;

    static final byte MAGIC = 0;

    private WireFormat() {}

    /** Whether the bytes begin with a header; says nothing of the rest. */
    public static boolean hasHeader(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] == MAGIC;
    }

    /** The schema id in the header that is there. */
    public static int schemaId(byte[] bytes) {
        return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | (bytes[4] & 0xff);
    }

    /** The subject of a topic's values (TopicNameStrategy). */
    public static String valueSubject(String topic) {
        return topic + "-value";
    }

    static byte[] header(int schemaId) {
        return new byte[] {
            MAGIC, (byte) (schemaId >>> 24), (byte) (schemaId >>> 16), (byte) (schemaId >>> 8), (byte) schemaId
        };
    }
}
