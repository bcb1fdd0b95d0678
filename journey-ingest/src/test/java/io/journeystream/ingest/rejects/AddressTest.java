package io.journeystream.ingest.rejects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void an_address_reads_as_it_is_written() {
        assertThat(Address.of("3:1700000000000")).isEqualTo(new Address(3, 1_700_000_000_000L));
        assertThat(Address.of(" 0:17 ")).hasToString("0:17");
    }

    @Test
    void addresses_are_in_order_of_partition_then_offset() {
        assertThat(List.of(Address.of("1:2"), Address.of("0:10"), Address.of("0:9")).stream()
                        .sorted())
                .containsExactly(Address.of("0:9"), Address.of("0:10"), Address.of("1:2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "17", "0:", ":17", "0:-1", "0:17:3", "0:1e3", "9999999999:1"})
    void anything_else_is_told_what_would_be_right(String text) {
        assertThatThrownBy(() -> Address.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("such as 0:17");
    }
}
