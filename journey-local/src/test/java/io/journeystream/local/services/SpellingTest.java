package io.journeystream.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.IdentityRules;
import io.journeystream.events.Identifier;
import io.journeystream.ingest.identifiers.KeyedHash;
import io.journeystream.runtime.configuration.Configuration;
import io.journeystream.runtime.configuration.ConfigurationReader;
import io.journeystream.runtime.configuration.Flag;
import io.journeystream.serve.identity.Spelling;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people ask for is spelt as the edge is set to spell it. */
class SpellingTest {
    private static final String KEY = "0123456789abcdef";

    private static Spelling spelling(String... assignments) {
        Configuration configuration = (Configuration) ConfigurationReader.read(
                AllSettings.CATALOGUE, List.of(Flag.source(List.of(), List.of(assignments))), List.of());
        return EdgeKeys.spelling(configuration, IdentityRules.STANDARD);
    }

    @Test
    void telephone_numbers_are_at_home_where_the_edge_is() {
        assertThat(spelling("identifier.phone-region=GB").of(new Identifier("phone", "020 7183 8750")))
                .contains(new Identifier("phone", "+442071838750"));
    }

    @Test
    void with_a_key_identifiers_are_hashed() {
        assertThat(spelling("identifier.key=" + KEY).of(new Identifier("account", "ada")))
                .contains(new Identifier("account", KeyedHash.ofText(KEY).of("ada")));
    }

    @Test
    void placeholders_are_dropped_with_and_without() {
        assertThat(Stream.of(spelling(), spelling("identifier.key=" + KEY))
                        .map(edge -> edge.of(new Identifier("device", "Undefined"))))
                .allSatisfy(dropped -> assertThat(dropped).isEmpty());
    }
}
