package io.journeystream.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;

class RegistryClientTest {

    @Test
    void aClientIsChosenByName() {
        assertThat(RegistryClient.named("own")).isEqualTo(RegistryClient.OWN);
        assertThat(RegistryClient.named("confluent")).isEqualTo(RegistryClient.CONFLUENT);
        assertThatThrownBy(() -> RegistryClient.named("Confluent"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the registry client must be own or confluent, was 'Confluent'");
    }

    @Test
    void oneThatIsNotInThisBuildSaysHowToBuildIt() {
        assumeFalse(isBuiltIn(), "the profile confluent is on");

        assertThatThrownBy(() -> RegistryClient.CONFLUENT.connect(Registries.nobodyThere()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mvn -Pconfluent package")
                .hasMessageContaining("JOURNEY_MAVEN_ARGS=-Pconfluent");
    }

    private static boolean isBuiltIn() {
        try {
            Class.forName("io.confluent.kafka.schemaregistry.client.rest.RestService");
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
