package io.journeystream.local.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final String SENTENCE = "a sentence that is rather long";

    @Test
    void columns_stand_below_each_other_and_the_last_one_is_shortened_to_the_terminal() {
        TextTable table = new TextTable("id", "said").row("0:17", SENTENCE).row("0:9", "two\nlines");

        assertThat(table.lines(30))
                .containsExactly("id    said", "0:17  a sentence that is ra...", "0:9   two lines")
                .allMatch(line -> line.length() <= 30);
        assertThat(table.lines(null)).contains("0:17  " + SENTENCE);
    }

    @Test
    void on_a_terminal_too_narrow_for_it_all_is_shown_rather_than_nothing() {
        assertThat(new TextTable("id", "said").row("0:17", SENTENCE).lines(12)).contains("0:17  " + SENTENCE);
    }

    @Test
    void a_row_has_as_many_cells_as_the_head() {
        assertThatThrownBy(() -> new TextTable("id", "said").row("0:17")).hasMessageContaining("2 cells");
    }
}
