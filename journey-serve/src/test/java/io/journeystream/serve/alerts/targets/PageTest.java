package io.journeystream.serve.alerts.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeystream.definitions.yaml.Mistakes;
import io.journeystream.definitions.yaml.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/targets.md shows is what is sent, and what it tells people to write can be read. */
class PageTest {
    private static final Path PAGE = Path.of("..", "docs", "targets.md");
    private static final Path ANEW = Path.of("target", "payloads");
    private static final Notice NOTICE = Sample.notice(Sample.firing());
    private static final Map<String, JsonNode> PAYLOADS = Map.of(
            "webhook", NoticeJson.of(NOTICE),
            "webhook of alertmanager", AlertmanagerJson.webhook(NOTICE),
            "slack", SlackJson.of(NOTICE),
            "teams", TeamsJson.of(NOTICE),
            "alertmanager", AlertmanagerJson.alerts(NOTICE),
            "pagerduty", PagerDutySending.event("(routing key)", Sample.firing(), NOTICE));

    @ParameterizedTest
    @ValueSource(strings = {"webhook", "webhook of alertmanager", "slack", "teams", "alertmanager", "pagerduty"})
    void the_page_shows_what_is_sent(String kind) throws Exception {
        String sent = pretty(Objects.requireNonNull(PAYLOADS.get(kind)));
        Files.createDirectories(ANEW);
        Files.writeString(ANEW.resolve(kind.replace(' ', '-') + ".json"), sent);

        assertThat(shown("payload of " + kind))
                .as("the block of %s in docs/targets.md; as it is now it lies in %s", kind, ANEW)
                .containsExactly(sent);
    }

    @Test
    void the_page_shows_the_mail_that_is_sent() throws Exception {
        assertThat(shown("payload of email"))
                .containsExactly(MailText.plain(MailText.of(NOTICE)).strip());
    }

    @Test
    void the_page_shows_targets_that_can_be_read() throws Exception {
        List<String> examples = shown("target");

        assertThat(examples).hasSize(7).allSatisfy(example -> {
            Mistakes mistakes = new Mistakes("docs/targets.md");
            Target target = Targets.read(YamlDocument.read(example.getBytes(StandardCharsets.UTF_8), mistakes)
                    .section()
                    .get("to")
                    .section());
            assertThat(mistakes.inOrder()).isEmpty();
            assertThat(target).isNotNull();
        });
    }

    /** The blocks of code after a comment of that text. */
    private static List<String> shown(String what) throws Exception {
        Matcher blocks = Pattern.compile("<!-- " + what + " -->\n```\\w+\n(.*?)\n```\n", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        return blocks.results().map(block -> block.group(1)).toList();
    }

    private static String pretty(JsonNode json) throws Exception {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER));
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return new JsonMapper().writer(printer).writeValueAsString(json);
    }
}
