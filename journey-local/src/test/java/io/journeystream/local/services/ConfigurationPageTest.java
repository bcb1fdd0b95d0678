package io.journeystream.local.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigurationPageTest {

    @Test
    void the_page_in_docs_is_what_the_program_prints() throws IOException {
        assertThat(Files.readString(Path.of("../docs/configuration.md")))
                .as("made anew with: ./journey settings --markdown > docs/configuration.md")
                .isEqualTo(AllSettings.page());
    }

    @Test
    void every_setting_is_on_it() {
        String page = AllSettings.page();

        assertThat(AllSettings.CATALOGUE.settings())
                .hasSizeGreaterThan(15)
                .allSatisfy(setting ->
                        assertThat(page).contains("| `" + setting.key() + "` | `" + setting.variable() + "` |"));
    }
}
