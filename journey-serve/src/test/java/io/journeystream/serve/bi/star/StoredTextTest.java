package io.journeystream.serve.bi.star;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00e4", "\u4e2d", "\ud83d\ude00"})
    void what_fits_stays_and_what_does_not_is_cut_between_characters(String character) {
        for (int count = 0; count < 3_000; count++) {
            String text = character.repeat(count);
            String stored = StoredText.of(text);
            byte[] bytes = stored.getBytes(StandardCharsets.UTF_8);

            if (text.getBytes(StandardCharsets.UTF_8).length <= StoredText.MOST_BYTES) {
                assertThat(stored).isEqualTo(text);
            } else {
                assertThat(bytes).hasSizeBetween(StoredText.MOST_BYTES - 4, StoredText.MOST_BYTES);
                assertThat(stored).startsWith(character).doesNotContain("\ufffd");
            }
        }
    }

    @Test
    void different_texts_stay_different_and_the_same_stay_the_same() {
        String one = "x".repeat(2_000) + "1";

        assertThat(StoredText.of(one))
                .isEqualTo(StoredText.of(one))
                .isNotEqualTo(StoredText.of("x".repeat(2_000) + "2"));
        assertThat(StoredText.of(StoredText.of(one))).isEqualTo(StoredText.of(one));
    }
}
