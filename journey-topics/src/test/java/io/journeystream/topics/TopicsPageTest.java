package io.journeystream.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TopicsPageTest {
    private static final Path PAGE = Path.of("..", "docs", "topics.md");

    @Test
    void the_page_is_what_the_schemas_say() throws Exception {
        assertThat(Files.readString(PAGE))
                .as("print it anew: ./journey topics describe > docs/topics.md")
                .isEqualTo(TopicsPage.markdown());
    }
}
