package io.journeystream.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.journeystream.registry.RegistrySettings.Credentials;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistrySettingsTest {
    @Test
    void addressesAreSeparatedByCommasAndMayCarryAUser() {
        RegistrySettings settings = RegistrySettings.of("https://ada:pass:word@a:8081, https://b:8081/path");

        assertThat(settings.urls()).containsExactly(URI.create("https://a:8081"), URI.create("https://b:8081/path"));
        assertThat(settings.credentials()).isEqualTo(new Credentials("ada", "pass:word"));
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> RegistrySettings.of("localhost:8081"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("http://host:port")
                .hasMessageContaining("localhost:8081");
        assertThatThrownBy(() -> new RegistrySettings(List.of(), null, Duration.ofSeconds(1), Backoff.STANDARD))
                .hasMessageContaining("at least one registry URL");
    }

    @Test
    void waitsDoubleUpToTheLongestAndVaryByAFifth() {
        Backoff backoff = new Backoff(9, Duration.ofMillis(100), Duration.ofSeconds(1));

        assertThat(backoff.after(1)).isBetween(Duration.ofMillis(80), Duration.ofMillis(100));
        assertThat(backoff.after(3)).isBetween(Duration.ofMillis(320), Duration.ofMillis(400));
        assertThat(backoff.after(60)).isBetween(Duration.ofMillis(800), Duration.ofSeconds(1));
    }
}
