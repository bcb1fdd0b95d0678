package io.journeystream.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
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
}
