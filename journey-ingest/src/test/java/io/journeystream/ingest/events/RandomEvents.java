package io.journeystream.ingest.events;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Action;
import io.journeystream.events.ChannelEvent;
import io.journeystream.events.Direction;
import io.journeystream.events.Event;
import io.journeystream.events.Identifier;
import io.journeystream.events.Instrument;
import io.journeystream.events.Operation;
import io.journeystream.events.OperationalEvent;
import io.journeystream.events.VocEvent;
import io.journeystream.identity.Identifiers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Valid events of all kinds, as they are after normalisation. */
final class RandomEvents {
    private static final List<String> TYPES = List.of("account", "email", "device", "loyalty", "contact");

    private RandomEvents() {}

    static Event next(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> new Event.Channel(channel(random));
            case 1 -> new Event.Operational(operational(random));
            default -> new Event.Voc(voc(random));
        };
    }

    private static ChannelEvent channel(Random random) {
        return new ChannelEvent(
                text(random),
                text(random),
                random.nextLong(),
                time(random),
                random.nextLong(),
                identifiers(random),
                texts(random),
                maybe(random, text(random)),
                texts(random),
                text(random),
                text(random),
                maybe(random, text(random)),
                one(random, Direction.values()),
                one(random, Action.values()),
                maybe(random, (long) random.nextInt(Integer.MAX_VALUE)),
                maybe(random, text(random)),
                maybe(random, text(random)),
                maybe(random, random.nextDouble() * 2 - 1));
    }

    private static OperationalEvent operational(Random random) {
        return new OperationalEvent(
                text(random),
                text(random),
                random.nextLong(),
                time(random),
                random.nextLong(),
                identifiers(random),
                texts(random),
                maybe(random, text(random)),
                texts(random),
                one(random, Operation.values()));
    }

    private static VocEvent voc(Random random) {
        double min = random.nextInt(20) - 10.0;
        return new VocEvent(
                text(random),
                text(random),
                random.nextLong(),
                time(random),
                random.nextLong(),
                identifiers(random),
                texts(random),
                maybe(random, text(random)),
                texts(random),
                one(random, Instrument.values()),
                maybe(random, min + random.nextDouble() * 3),
                min,
                min + 3,
                random.nextBoolean(),
                maybe(random, random.nextBoolean()),
                maybe(random, text(random)),
                maybe(random, text(random)));
    }

    private static List<Identifier> identifiers(Random random) {
        return IntStream.rangeClosed(0, random.nextInt(4))
                .mapToObj(i -> new Identifier(
                        TYPES.get(random.nextInt(TYPES.size())), "x" + Integer.toHexString(random.nextInt())))
                .distinct()
                .sorted(new Identifiers(IdentityRules.STANDARD))
                .toList();
    }

    private static Map<String, String> texts(Random random) {
        return random.nextBoolean() ? Map.of() : Map.of(text(random), text(random), "segment", "");
    }

    private static Instant time(Random random) {
        return Instant.ofEpochMilli(random.nextLong(Occurrence.EARLIEST, Occurrence.LATEST / 2));
    }

    private static String text(Random random) {
        String extras = List.of("", "é", "😀", "\"", "\\", "\n", " x", "\u0000", "\uE000")
                .get(random.nextInt(9));
        return "t" + random.nextInt(1_000_000) + extras;
    }

    private static <T> T one(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextBoolean() ? value : null;
    }
}
