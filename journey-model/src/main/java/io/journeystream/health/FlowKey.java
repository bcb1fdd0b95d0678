package io.journeystream.health;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which edge of the journey map.
 *
 * @param day begin of the day in UTC on which journeys began, epoch milliseconds
 * @param from channel; null at a journey's start
 * @param to channel; null at a journey's end
 * @param end how the journey ended, where {@code to} is null; else null
 */
public record FlowKey(
        String type,
        long day,
        @Nullable String from,
        @Nullable String to,
        @Nullable String end) {
    /** Node at which journeys start. */
    public static final String START = "START";

    private static final String CHANNEL = "~";
    private static final int PARTS = 4;

    public FlowKey {
        if ((to == null) == (end == null)) {
            throw new IllegalArgumentException("an edge leads to a channel or to an end");
        }
    }

    /** Its name, such as {@code billing/2026-01-05/~bot/~phone} or {@code billing/2026-01-05/~phone/RESOLVED}. */
    @Override
    public String toString() {
        LocalDate date = LocalDate.ofInstant(Instant.ofEpochMilli(day), ZoneOffset.UTC);
        String target = to == null ? String.valueOf(end) : channel(to);
        return String.join("/", NamePart.encode(type), date.toString(), from == null ? START : channel(from), target);
    }

    private static String channel(String name) {
        return CHANNEL + NamePart.encode(name);
    }

    /**
     * The edge of that name.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static FlowKey parse(String name) {
        List<String> parts = List.of(name.split("/", -1));
        if (parts.size() != PARTS) {
            throw new IllegalArgumentException("not the name of an edge of the journey map: " + name);
        }
        long day = LocalDate.parse(parts.get(1))
                .atStartOfDay()
                .toInstant(ZoneOffset.UTC)
                .toEpochMilli();
        String to = channelOf(parts.get(3));
        return new FlowKey(
                NamePart.decode(parts.get(0)), day, channelOf(parts.get(2)), to, to == null ? parts.get(3) : null);
    }

    private static @Nullable String channelOf(String node) {
        return node.startsWith(CHANNEL) ? NamePart.decode(node.substring(CHANNEL.length())) : null;
    }
}
