package io.journeystream.ingest.rejects;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a reject lies in its topic, written {@code partition:offset}. Stays the same as long as Kafka keeps it.
 *
 * @param partition from 0
 * @param offset from 0
 */
public record Address(int partition, long offset) implements Comparable<Address> {
    private static final Pattern WRITTEN = Pattern.compile("([0-9]{1,9}):([0-9]{1,18})");
    private static final Comparator<Address> ORDER =
            Comparator.comparingInt(Address::partition).thenComparingLong(Address::offset);

    public Address {
        if (partition < 0 || offset < 0) {
            throw new IllegalArgumentException(
                    "partition and offset must not be negative, were " + partition + " and " + offset);
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static Address of(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is no address of a reject; give partition and offset as `rejects list` shows them, such as 0:17");
        }
        return new Address(Integer.parseInt(written.group(1)), Long.parseLong(written.group(2)));
    }

    @Override
    public int compareTo(Address other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return partition + ":" + offset;
    }
}
