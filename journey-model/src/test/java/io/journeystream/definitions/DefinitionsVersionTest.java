package io.journeystream.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsVersionTest {
    private static final String BASE = """
            channels: {phone: {cost-per-contact: 1.5}}
            journeys:
              - {type: billing, title: Bill, team: payments, intents: [a, b], targets: {fcr: 0.79}}
              - {type: delivery, intents: [c]}
            """;

    private static String version(String yaml) {
        Reading reading = DefinitionsFile.parse("journeys.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).as(yaml).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).definitions().version();
    }

    @Test
    void theVersionIsTwelveHexDigits() {
        assertThat(version(BASE)).matches("[0-9a-f]{12}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"""
                # the same in other words
                journeys:
                  - {type: delivery, intents: [c], gap: 168h}
                  - {targets: {fcr: 0.9, effort: 10}, intents: [b, a], team: payments, title: Bills, type: billing}
                channels: {phone: {cost-per-contact: 1.500, family: voice}, chat: {}}
                defaults: {gap: P7D}
                identity: {limits: {crm: 1, account: 1}}
                stitching: {correlate: [claim, order, case]}
                """})
    void theSameMeaningHasTheSameVersion(String yaml) {
        assertThat(version(yaml)).isEqualTo(version(BASE));
    }

    @Test
    void whateverCanChangeARecordChangesTheVersion() {
        List<String> files = List.of(
                BASE,
                BASE.replace("team: payments", "team: collections"),
                BASE.replace("type: billing", "type: bills"),
                BASE.replace("[a, b]", "[a]"),
                BASE.replace("intents: [c]", "intents: [c], starts-on: [CASE_OPENED]"),
                BASE.replace("intents: [c]", "intents: [c], gap: 8d"),
                BASE.replace("1.5", "1.6"),
                BASE + "currency: EUR\n",
                BASE.replace("phone: {", "phone: {cost-per-minute: 1, "),
                BASE.replace("phone: {", "phone: {mode: self-service, "),
                BASE.replace("phone: {", "phone: {family: calls, "),
                BASE.replace("phone: {", "phone: {asynchronous: true, "),
                BASE.replace("phone: {", "phone: {concurrency: 2, "),
                BASE + "defaults: {gap: 8d}\n",
                BASE + "defaults: {max-length: 8d}\n",
                BASE + "defaults: {containment-window: 8d}\n",
                BASE + "defaults: {case-patience: 8d}\n",
                BASE + "defaults: {assume-resolved-after-silence: false}\n",
                BASE + "stitching: {abandon-join: 1m}\n",
                BASE + "stitching: {session-gap: 1m}\n",
                BASE + "stitching: {max-age: 1m}\n",
                BASE + "stitching: {correlate: []}\n",
                BASE + "stitching: {distinguish: []}\n",
                BASE + "identity: {priority: [crm, account]}\n",
                BASE + "identity: {priority: [account, crm]}\n",
                BASE + "identity: {limits: {}}\n",
                BASE + "identity: {hub-limit: 1}\n",
                BASE + "identity: {cluster-limit: 1}\n",
                BASE + "effort: {repeats: {weight: 1}}\n",
                BASE + "effort: {repeats: {half: 2}}\n");

        Set<String> versions =
                files.stream().map(DefinitionsVersionTest::version).collect(Collectors.toSet());

        assertThat(versions).hasSameSizeAs(files);
    }

    @Test
    void noTextPassesForTwo() {
        assertThat(Stream.of("[a, b]", "['a,b']", "['a,1:b']", "['a],[b']")
                        .map(intents -> version("journeys: [{type: t, intents: " + intents + "}]")))
                .doesNotHaveDuplicates();
    }
}
