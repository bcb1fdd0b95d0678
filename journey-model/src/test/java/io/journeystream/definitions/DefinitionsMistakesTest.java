package io.journeystream.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.yaml.Mistake;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsMistakesTest {

    private static List<String> mistakes(String yaml) {
        return mistakes(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> mistakes(byte[] content) {
        return DefinitionsFile.parse("journeys.yaml", content) instanceof Reading.Invalid invalid
                ? invalid.mistakes().stream().map(Mistake::toString).toList()
                : List.of();
    }

    @Test
    void allMistakesAreReportedAtOnceInTheOrderOfTheFile() {
        assertThat(mistakes("""
                currency: usd
                channels:
                  phone: {mode: human, cost-per-minute: 0.1234567, concurency: 2}
                  chat: {cost-per-contact: -1, concurrency: 0, asynchronous: yes}
                defaults:
                  gap: 7
                  max-lenght: 30d
                journeys:
                  - type: billing
                    intents: [invoice, invoice]
                    gap: -PT1H
                  - type: billing
                    intents: [invoice]
                    starts-on: [INCIDENT_START]
                    targets: {fcr: 79}
                  - title: nameless
                effort: {forced-switches: {weight: 1}}
                """))
                .containsExactly(
                        "currency must be an ISO 4217 code such as USD, was usd (journeys.yaml:1:11)",
                        "mode must be one of assisted, self-service, was human (journeys.yaml:3:17)",
                        "cost-per-minute must have at most 6 decimals, was 0.1234567 (journeys.yaml:3:41)",
                        "concurency is not known here: did you mean concurrency?; known: asynchronous, concurrency,"
                                + " cost-per-contact, cost-per-minute, family, mode (journeys.yaml:3:52)",
                        "cost-per-contact must be at least 0, was -1 (journeys.yaml:4:28)",
                        "concurrency must be more than 0, was 0 (journeys.yaml:4:45)",
                        "asynchronous must be one of false, true, was yes (journeys.yaml:4:62)",
                        "gap must be a duration such as 30m, 24h, 7d or PT30M, was 7 (journeys.yaml:6:8)",
                        "max-lenght is not known here: did you mean max-length?; known:"
                                + " assume-resolved-after-silence, case-patience, containment-window, gap, max-length"
                                + " (journeys.yaml:7:3)",
                        "intents must name an intent once, but invoice is in billing already (journeys.yaml:10:24)",
                        "gap must be positive, was -PT1H (journeys.yaml:11:10)",
                        "type billing is defined twice: put all of it in one definition (journeys.yaml:12:11)",
                        "intents must name an intent once, but invoice is in billing already (journeys.yaml:13:15)",
                        "starts-on must be one of CASE_ASSIGNED, CASE_CLOSED, CASE_OPENED, CASE_PENDING,"
                                + " CASE_REOPENED, CASE_RESOLVED, CORRECTION_MADE, GOAL_REACHED, INCIDENT_ENDED,"
                                + " INCIDENT_STARTED, NOTICE_SENT, OTHER, PROMISE_BROKEN, PROMISE_MADE, was"
                                + " INCIDENT_START: did you mean INCIDENT_STARTED? (journeys.yaml:14:17)",
                        "fcr must be at most 1, was 79 (journeys.yaml:15:20)",
                        "journeys needs a type, the name that its journeys carry (journeys.yaml:16:5)",
                        "forced-switches is not known here: did you mean forcedSwitches?; known: abandons,"
                                + " agentRequests, daysOpen, forcedSwitches, holdMinutes, misses, negativeSentiment,"
                                + " reauthentications, reopenings, repeats, transfers, voluntarySwitches, waitMinutes"
                                + " (journeys.yaml:17:10)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "defaults: {gap: 0d}|gap must be positive, was 0d (journeys.yaml:1:17)",
                "defaults: {gap: 1.5d}|gap must be a duration such as 30m, 24h, 7d or PT30M, was 1.5d (journeys.yaml:1:17)",
                "defaults: {gap: PT0.0005S}|gap must be in whole milliseconds, was PT0.0005S (journeys.yaml:1:17)",
                "defaults: {gap: 99999d}|gap must be at most 36500d, was 99999d (journeys.yaml:1:17)",
                "defaults: {gap: [7d]}|gap must be a single value, was a list (journeys.yaml:1:17)",
                "defaults: {gap: }|gap has no value: give it one, or leave it out for the standard (journeys.yaml:1:16)",
                "defaults: {gap: 7d, gap: 8d}|gap is given twice, first in line 1 (journeys.yaml:1:21)",
                "defaults: 7d|defaults must be a mapping of keys to values, was 7d (journeys.yaml:1:11)",
                "defaults: {[a]: 7d}|a key must be a plain word, was a list (journeys.yaml:1:12)",
                "stitching: {session-gap: -1m}|session-gap must not be negative, was -1m (journeys.yaml:1:26)",
                "stitching: {correlate: case}|correlate must be a list such as [a, b], was case (journeys.yaml:1:24)",
                "stitching: {correlate: [case, case]}|correlate names case twice (journeys.yaml:1:31)",
                "identity: {limits: {account: 0}}|account must be at least 1, was 0 (journeys.yaml:1:30)",
                "identity: {hub-limit: 2.5}|hub-limit must be a whole number, was 2.5 (journeys.yaml:1:23)",
                "identity: {hub-limit: 1e999999999}|hub-limit must be at most 1000000, was 1e999999999 (journeys.yaml:1:23)",
                "channels: {chat: {concurrency: 1.0001}}|concurrency must have at most 3 decimals, was 1.0001 (journeys.yaml:1:32)",
                "channels: {chat: {cost-per-minute: a lot}}|cost-per-minute must be a number such as 0.95, was a lot (journeys.yaml:1:36)",
                "journeys: [{type: unclassified}]|type must not be unclassified, which journeys without an intent are (journeys.yaml:1:19)",
                "effort: {repeats: {half: 0}}|half must be more than 0, was 0 (journeys.yaml:1:26)",
                "- a|the file must be a mapping of keys to values, was a list (journeys.yaml:1:1)",
            })
    void aMistakeSaysWhatIsWrongAndWhatWouldBeRight(String yaml, String mistake) {
        assertThat(mistakes(yaml)).containsExactly(mistake);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'channels: {phone'|expected",
                "'a: b: c'|mapping values are not allowed here (journeys.yaml:1:5)",
                "'a: *b'|found undefined alias b (journeys.yaml:1:4)",
                "'a: \"b'|found unexpected end of stream",
                "'a: @b'|found character '@",
            })
    void brokenYamlSaysWhereItBroke(String yaml, String expected) {
        assertThat(mistakes(yaml))
                .singleElement()
                .asString()
                .startsWith("not valid YAML: ")
                .contains(expected);
    }

    @Test
    void whatIsNoTextIsRefused() {
        assertThat(mistakes(new byte[] {'a', ':', (byte) 0xC3, '('}))
                .containsExactly("the file must be text in UTF-8 (journeys.yaml:1:1)");
        assertThat(mistakes(new byte[] {'a', ':', 0}))
                .singleElement()
                .asString()
                .contains("not valid YAML");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheFileItIsReadOrRefusedButNeverFails(long seed) {
        Random random = new Random(seed);
        String[] pieces = {
            "channels",
            "journeys",
            "defaults",
            ":",
            ": ",
            "\n",
            "  ",
            "- ",
            "{",
            "}",
            "[",
            "]",
            ",",
            "&a ",
            "*a",
            "!!int ",
            "gap",
            "type",
            "7d",
            "-1",
            "1e99",
            "'",
            "\"",
            "#",
            "<<",
            "?",
            "|",
            "~",
            "é",
            "\u0000",
            "intents",
            "ivr",
            "effort"
        };
        for (int i = 0; i < 2_000; i++) {
            StringBuilder yaml = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                yaml.append(pieces[random.nextInt(pieces.length)]);
            }
            Reading reading =
                    DefinitionsFile.parse("journeys.yaml", yaml.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(reading).as("seed %d, file %d: %s", seed, i, yaml).isNotNull();
        }
    }

    @Test
    void dimensionsAreAttributesAndNotTooMany() {
        assertThat(mistakes("health: {dimensions: [segment, ALL, segment], dimension: x}"))
                .containsExactly(
                        "dimensions must not name ALL: journeys are counted by that anyway (journeys.yaml:1:22)",
                        "dimensions names segment twice (journeys.yaml:1:37)",
                        "dimension is not known here: did you mean dimensions?; known: dimensions"
                                + " (journeys.yaml:1:47)");
        String many =
                String.join(", ", IntStream.range(0, 21).mapToObj(i -> "a" + i).toList());
        assertThat(mistakes("health: {dimensions: [" + many + "]}"))
                .singleElement()
                .asString()
                .startsWith("dimensions must be at most 20 attributes, were 21");
    }
}
