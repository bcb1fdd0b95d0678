package io.journeystream.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.EffortWeights.DriverName;
import io.journeystream.definitions.EffortWeights.Weight;
import io.journeystream.events.Operation;
import io.journeystream.journeys.Mode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionsFileTest {

    private static Definitions definitions(String yaml) {
        Reading reading = DefinitionsFile.parse("journeys.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).definitions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing yet\n", "---\n", "{}", "channels:\ndefaults:\n", "\uFEFFcurrency: USD"})
    void aFileThatSaysNothingNewIsTheStandard(String yaml) {
        assertThat(definitions(yaml)).isEqualTo(Definitions.STANDARD);
    }

    @Test
    void aChannelKeepsTheStandardForWhatIsNotGiven() {
        Definitions definitions = definitions("channels: {ivr: {cost-per-contact: 0.10}, desk: {family: branch}}");

        assertThat(definitions.channel("ivr").costPerContact()).isEqualByComparingTo("0.1");
        assertThat(definitions.channel("ivr").mode()).isEqualTo(Mode.SELF_SERVICE);
        assertThat(definitions.channel("ivr").family()).isEqualTo("voice");
        assertThat(definitions.channel("desk").mode()).isEqualTo(Mode.ASSISTED);
        assertThat(definitions.channel("desk").family()).isEqualTo("branch");
        assertThat(definitions.channel("email").asynchronous()).isTrue();
    }

    @Test
    void everySettingOfAChannelIsRead() {
        Channel video = definitions("""
                channels:
                  video: {mode: self-service, family: visual, asynchronous: true,
                          cost-per-contact: 1.25, cost-per-minute: 0.000001, concurrency: 2.5}
                """).channel("video");

        assertThat(video.mode()).isEqualTo(Mode.SELF_SERVICE);
        assertThat(video.family()).isEqualTo("visual");
        assertThat(video.asynchronous()).isTrue();
        assertThat(video.costPerContact()).isEqualByComparingTo("1.25");
        assertThat(video.costPerMinute()).isEqualByComparingTo("0.000001");
        assertThat(video.concurrency()).isEqualByComparingTo("2.5");
    }

    @Test
    void aJourneyOverridesTheDefaultsOfTheFile() {
        Definitions definitions = definitions("""
                defaults: {gap: 3d, case-patience: P10D, assume-resolved-after-silence: false}
                journeys:
                  - type: billing
                    title: Understand and pay a bill
                    team: payments
                    intents: [invoice, 4711]
                    starts-on: [INCIDENT_STARTED]
                    gap: 36h
                    targets: {fcr: 0.79, nps: -5}
                """);
        JourneyDefinition billing = definitions.journeys().get(0);

        assertThat(billing.title()).isEqualTo("Understand and pay a bill");
        assertThat(billing.team()).isEqualTo("payments");
        assertThat(billing.intents()).containsExactlyInAnyOrder("invoice", "4711");
        assertThat(billing.startsOn()).containsExactly(Operation.INCIDENT_STARTED);
        assertThat(billing.targets()).containsEntry("fcr", 0.79).containsEntry("nps", -5.0);
        assertThat(definitions.rules("billing"))
                .isEqualTo(new TypeRules(
                        Duration.ofHours(36), Duration.ofDays(30), Duration.ofHours(24), Duration.ofDays(10), false));
        assertThat(definitions.rules("other").gap()).isEqualTo(Duration.ofDays(3));
        assertThat(definitions.typeOf("invoice")).isEqualTo("billing");
        assertThat(definitions.typeOf("other")).isEqualTo("other");
    }

    @Test
    void aJourneyWithoutTitleOrTeamIsNamedByItsType() {
        JourneyDefinition bare =
                definitions("journeys: [{type: billing}]").journeys().get(0);

        assertThat(bare.title()).isEqualTo("billing");
        assertThat(bare.team()).isNull();
        assertThat(bare.intents()).isEmpty();
    }

    @Test
    void stitchingIdentityAndEffortAreRead() {
        Definitions definitions = definitions("""
                currency: EUR
                stitching: {abandon-join: 0s, session-gap: 45m, max-age: P90D, correlate: [ticket], distinguish: []}
                identity: {priority: [crm, phone], limits: {crm: 2}, hub-limit: 5, cluster-limit: 500}
                effort: {daysOpen: {weight: 0}, misses: {weight: 0.7, half: 3}}
                """);

        assertThat(definitions.currency()).isEqualTo("EUR");
        assertThat(definitions.stitching().abandonJoin()).isZero();
        assertThat(definitions.stitching().sessionGap()).hasMinutes(45);
        assertThat(definitions.stitching().maxAge()).hasDays(90);
        assertThat(definitions.stitching().correlate()).containsExactly("ticket");
        assertThat(definitions.stitching().distinguish()).isEmpty();
        assertThat(definitions.identity().priority()).containsExactly("crm", "phone");
        assertThat(definitions.identity().limits()).hasSize(1).containsEntry("crm", 2);
        assertThat(definitions.identity().hubLimit()).isEqualTo(5);
        assertThat(definitions.identity().clusterLimit()).isEqualTo(500);
        assertThat(definitions.effort().of(DriverName.DAYS_OPEN)).isEqualTo(new Weight(0, 7));
        assertThat(definitions.effort().of(DriverName.MISSES)).isEqualTo(new Weight(0.7, 3));
        assertThat(definitions.effort().of(DriverName.REPEATS)).isEqualTo(new Weight(0.9, 1));
    }

    @Test
    void anAnchorStandsForWhatItNames() {
        Definitions definitions = definitions("""
                channels:
                  chat: &written {cost-per-contact: 2, concurrency: 3}
                  sms: *written
                """);

        assertThat(definitions.channel("sms").concurrency()).isEqualByComparingTo("3");
        assertThat(definitions.channel("sms").asynchronous()).isTrue();
    }

    @Test
    void aFileIsReadFromDisk(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("journeys.yaml"), "currency: GBP");

        assertThat(DefinitionsFile.read(file))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> assertThat(read.definitions().currency()).isEqualTo("GBP"));
    }

    @Test
    void aFileThatIsMissingOrNoFileIsItsOneMistake(@TempDir Path folder) {
        assertThat(DefinitionsFile.read(folder.resolve("gone.yaml")))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(invalid.mistakes())
                                .singleElement()
                                .asString()
                                .isEqualTo("the file does not exist (" + folder.resolve("gone.yaml") + ":1:1)"));
        assertThat(DefinitionsFile.read(folder)).isInstanceOf(Reading.Invalid.class);
    }
}
