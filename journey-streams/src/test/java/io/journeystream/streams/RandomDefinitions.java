package io.journeystream.streams;

import io.journeystream.definitions.DefinitionsFile;
import io.journeystream.definitions.Reading;
import io.journeystream.definitions.StandingDefinitions;
import io.journeystream.definitions.WrittenDefinitions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/**
 * Definitions as people write and change them: types, costs, gaps, effort, limits of customers, dimensions. What decides
 * where evidence lies stays as it is.
 */
final class RandomDefinitions {
    /** So few that hubs form, and so many that what names one event only is none. */
    private static final int HUB_LIMIT = 5;

    private static final List<String> DIMENSIONS = List.of("[]", "[segment]", "[variant, segment]");

    private static final String FIRST = """
            identity: {hub-limit: %d, limits: {account: 1, crm: 1, email: 2}}
            health: {dimensions: [segment]}
            """.formatted(HUB_LIMIT);

    private final Random random;
    private StandingDefinitions latest = first();

    RandomDefinitions(Random random) {
        this.random = random;
    }

    static StandingDefinitions first() {
        return StandingDefinitions.unpublished(written(FIRST));
    }

    /** Of all so far, those that hold. */
    StandingDefinitions latest() {
        return latest;
    }

    /** Some that somebody lays down, before or after others were; often of the same instant. */
    StandingDefinitions next() {
        StandingDefinitions next =
                new StandingDefinitions(written(content()), 1 + random.nextInt(5), "p" + random.nextInt(3));
        latest = next.isAfter(latest) ? next : latest;
        return next;
    }

    private String content() {
        return """
                currency: EUR
                channels:
                  phone: {cost-per-contact: %d.25, cost-per-minute: 0.%d}
                  chat: {mode: %s, family: %s}
                defaults: {gap: %dd, max-length: 20d, assume-resolved-after-silence: %s}
                journeys:
                  - {type: first, team: %s, intents: [%s]}
                effort: {repeats: {weight: %d, half: 1}}
                identity: {hub-limit: %d, limits: {account: %d, email: %d}}
                health: {dimensions: %s}
                """.formatted(
                        random.nextInt(3),
                        random.nextInt(10),
                        random.nextBoolean() ? "assisted" : "self-service",
                        random.nextBoolean() ? "voice" : "chat",
                        1 + random.nextInt(9),
                        random.nextBoolean(),
                        random.nextBoolean() ? "red" : "blue",
                        random.nextBoolean() ? "billing" : "billing, outage",
                        random.nextInt(3),
                        HUB_LIMIT,
                        1 + random.nextInt(2),
                        1 + random.nextInt(3),
                        DIMENSIONS.get(random.nextInt(DIMENSIONS.size())));
    }

    static WrittenDefinitions written(String content) {
        Reading reading = DefinitionsFile.parse("journeys.yaml", content.getBytes(StandardCharsets.UTF_8));
        if (reading instanceof Reading.Read read) {
            return read.written();
        }
        throw new AssertionError(reading.toString());
    }
}
