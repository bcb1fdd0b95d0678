package io.journeystream.definitions;

import io.journeystream.events.Digests;
import io.journeystream.events.Utf8Order;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The version of definitions: a hash of their meaning, that is of all that can change a published record. Titles,
 * targets, comments and the order of keys have none; neither has saying what holds anyway.
 */
final class Fingerprint {
    private static final int BYTES_OF_12_DIGITS = 6;
    private static final String STANDARD = hash(Definitions.STANDARD);

    private Fingerprint() {}

    /** The same definitions with their version; that of {@link Definitions#STANDARD} if they mean the same. */
    static Definitions seal(Definitions definitions) {
        String hash = hash(definitions);
        return new Definitions(
                hash.equals(STANDARD) ? Definitions.STANDARD.version() : hash,
                definitions.currency(),
                definitions.channels(),
                definitions.journeys(),
                definitions.defaults(),
                definitions.identity(),
                definitions.stitching(),
                definitions.effort(),
                definitions.dimensions());
    }

    private static String hash(Definitions definitions) {
        byte[] canonical = canonical(definitions).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(Digests.sha256(canonical), 0, BYTES_OF_12_DIGITS);
    }

    static String canonical(Definitions definitions) {
        return list(
                text(definitions.currency()),
                sorted(definitions.channels().values().stream()
                        .filter(channel -> !channel(channel).equals(channel(Channel.unconfigured(channel.name()))))
                        .map(Fingerprint::channel)),
                sorted(definitions.journeys().stream().map(Fingerprint::journey)),
                rules(definitions.defaults()),
                identity(definitions.identity()),
                stitching(definitions.stitching()),
                list(definitions.effort().weights().values().stream()
                        .map(weight -> list(number(weight.weight()), number(weight.half())))));
    }

    private static String channel(Channel channel) {
        return list(
                text(channel.name()),
                text(channel.mode().name()),
                text(channel.family()),
                String.valueOf(channel.asynchronous()),
                number(channel.costPerContact()),
                number(channel.costPerMinute()),
                number(channel.concurrency()));
    }

    private static String journey(JourneyDefinition journey) {
        String team = journey.team();
        return list(
                text(journey.type()),
                team == null ? "null" : text(team),
                set(journey.intents()),
                set(journey.startsOn().stream().map(Enum::name).toList()),
                rules(journey.rules()));
    }

    private static String rules(TypeRules rules) {
        return list(
                rules.gap().toString(),
                rules.maxLength().toString(),
                rules.containmentWindow().toString(),
                rules.casePatience().toString(),
                String.valueOf(rules.assumeResolvedAfterSilence()));
    }

    private static String identity(IdentityRules rules) {
        return list(
                list(rules.priority().stream().map(Fingerprint::text)),
                sorted(rules.limits().entrySet().stream().map(Fingerprint::limit)),
                String.valueOf(rules.hubLimit()),
                String.valueOf(rules.clusterLimit()));
    }

    private static String limit(Map.Entry<String, Integer> limit) {
        return list(text(limit.getKey()), String.valueOf(limit.getValue()));
    }

    private static String stitching(StitchingRules rules) {
        return list(
                rules.abandonJoin().toString(),
                rules.sessionGap().toString(),
                rules.maxAge().toString(),
                set(rules.correlate()),
                set(rules.distinguish()));
    }

    private static String set(Collection<String> texts) {
        return sorted(texts.stream().map(Fingerprint::text));
    }

    private static String sorted(Stream<String> items) {
        return list(items.sorted(Utf8Order::compare));
    }

    private static String list(Stream<String> items) {
        return items.collect(Collectors.joining(",", "[", "]"));
    }

    private static String list(String... items) {
        return list(List.of(items).stream());
    }

    /** With its length before it, so that no text can pass for two. */
    private static String text(String text) {
        return text.length() + ":" + text;
    }

    private static String number(double number) {
        return number(BigDecimal.valueOf(number));
    }

    private static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
