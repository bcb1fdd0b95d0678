package io.journeystream.definitions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.yaml.Mistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExamplesTest {

    private static Definitions example(String name) {
        Reading reading = DefinitionsFile.read(Path.of("..", "examples", name, "journeys.yaml"));
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return ((Reading.Read) reading).definitions();
    }

    @ParameterizedTest
    @ValueSource(strings = {"technion", "servicenow"})
    void everyExampleIsRight(String name) {
        assertThat(example(name).version()).isNotEqualTo(Definitions.STANDARD.version());
    }

    @Test
    void theBankCountsItsCostsButMeasuresByTheStandard() {
        Definitions bank = example("technion");

        assertThat(bank.channel("phone").costPerMinute()).isEqualByComparingTo("0.95");
        assertThat(bank.typeOf("NE")).isEqualTo("securities");
        assertThat(bank.rules("securities")).isEqualTo(TypeRules.STANDARD);
        assertThat(bank.journeys())
                .allSatisfy(journey -> assertThat(journey.intents()).hasSize(1));
    }

    @Test
    void theDocumentationShowsAFileThatIsRightAndOneWithWhatIsReallySaidOfIt() throws IOException {
        String documentation = Files.readString(Path.of("..", "docs", "definitions.md"));
        List<String> files = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
                .matcher(documentation)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(DefinitionsFile.parse("good.yaml", files.get(0).getBytes(UTF_8)))
                .isInstanceOf(Reading.Read.class);
        assertThat(DefinitionsFile.parse("bad.yaml", files.get(1).getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Reading.Invalid.class,
                        invalid -> assertThat(documentation)
                                .contains("bad.yaml has " + invalid.mistakes().size() + " mistakes\n  "
                                        + invalid.mistakes().stream()
                                                .map(Mistake::toString)
                                                .collect(joining("\n  "))
                                        + "\n```"));
    }
}
