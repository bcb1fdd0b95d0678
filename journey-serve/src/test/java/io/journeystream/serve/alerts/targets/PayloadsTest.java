package io.journeystream.serve.alerts.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.journeystream.alerts.Alert;
import io.journeystream.alerts.Driver;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadsTest {
    private static final int SLACK_BLOCKS = 50;
    private static final int SLACK_FIELDS = 10;
    private static final int SLACK_HEADER = 150;
    private static final int SLACK_TEXT = 3_000;
    private static final int SLACK_FIELD = 2_000;
    private static final int TEAMS = 28 * 1024;

    @Test
    void slack_gets_text_for_notifications_and_blocks() {
        JsonNode json = SlackJson.of(Sample.notice(Sample.firing()));

        assertThat(json.path("text").asText()).isEqualTo("Critical: bot-outage in billing");
        assertThat(json.path("blocks").findValuesAsText("type"))
                .contains("header", "section", "context")
                .doesNotContain("actions");
    }

    @Test
    void nothing_of_an_alert_links_or_calls_anybody_in_slack() {
        JsonNode json = SlackJson.of(Sample.notice(Sample.hostile(), Sample.firing()));

        assertThat(mrkdwn(json)).isNotEmpty().allSatisfy(text -> {
            assertThat(text.path("text").asText()).doesNotContain("<", ">").doesNotContainPattern("&(?!amp;|lt;|gt;)");
            assertThat(text.path("verbatim").asBoolean()).isTrue();
        });
        assertThat(json.path("text").asText()).doesNotContain("<");
    }

    private static List<JsonNode> mrkdwn(JsonNode json) {
        return json.path("blocks").findParents("type").stream()
                .flatMap(block -> Stream.concat(Stream.of(block), block.findParents("type").stream()))
                .filter(node -> node.path("type").asText().equals("mrkdwn"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 30})
    void slack_is_sent_no_more_than_it_takes(int alerts) {
        JsonNode json = SlackJson.of(
                Sample.notice(Collections.nCopies(alerts, large("<")).toArray(Alert[]::new)));

        assertThat(json.path("blocks").size()).isLessThanOrEqualTo(SLACK_BLOCKS);
        for (JsonNode block : json.path("blocks")) {
            String text = block.path("text").path("text").asText();
            boolean isHeader = block.path("type").asText().equals("header");
            assertThat(text).hasSizeLessThanOrEqualTo(isHeader ? SLACK_HEADER : SLACK_TEXT);
            block.path("elements")
                    .forEach(
                            element -> assertThat(element.path("text").asText()).hasSizeLessThanOrEqualTo(SLACK_TEXT));
            assertThat(block.path("fields").size()).isLessThanOrEqualTo(SLACK_FIELDS);
            block.path("fields")
                    .forEach(field ->
                            assertThat(field.path("text").asText().length()).isLessThanOrEqualTo(SLACK_FIELD));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\"", "\\", "\u00e9", "\u4e2d", "\ud83d\ude80"})
    void teams_is_sent_less_than_28_KB(String letter) {
        for (int alerts : new int[] {1, 2, 30}) {
            var json = TeamsJson.of(
                    Sample.notice(Collections.nCopies(alerts, large(letter)).toArray(Alert[]::new)));

            assertThat(TeamsJson.size(json)).isLessThan(TEAMS);
            assertThat(json.toString()).contains("TextRun");
        }
    }

    @Test
    void teams_gets_runs_of_text_which_know_no_markdown() {
        JsonNode json = TeamsJson.of(Sample.notice(Sample.hostile()));
        JsonNode card = json.path("attachments").path(0).path("content");

        assertThat(card.path("version").asText()).isEqualTo("1.4");
        assertThat(card.path("body")).isNotEmpty().allSatisfy(block -> {
            assertThat(block.path("type").asText()).isEqualTo("RichTextBlock");
            assertThat(block.path("inlines"))
                    .allSatisfy(run -> assertThat(run.path("type").asText()).isEqualTo("TextRun"));
        });
    }

    @Test
    void an_alert_stands_in_alertmanager_until_we_say_that_it_is_over() {
        JsonNode firing =
                AlertmanagerJson.alerts(Sample.notice(Sample.firing())).get(0);
        JsonNode resolved =
                AlertmanagerJson.alerts(laterNotice(Sample.resolved())).get(0);

        assertThat(firing.path("startsAt").asText()).isEqualTo("2026-01-05T11:00:00Z");
        assertThat(firing.path("endsAt").asText()).isEqualTo("2026-01-12T11:00:00Z");
        assertThat(resolved.path("endsAt").asText()).isEqualTo("2026-01-05T12:00:00Z");
        assertThat(resolved.path("labels")).isEqualTo(firing.path("labels"));
    }

    /** Or Alertmanager, by its clock, would think that it still fires. */
    @Test
    void what_is_over_has_ended_by_the_clock_of_others_too() {
        JsonNode resolved = AlertmanagerJson.alerts(Sample.notice(Alert.newBuilder(Sample.resolved())
                        .setFiredAt(Instant.parse("2026-01-05T11:30:00Z"))
                        .build()))
                .get(0);

        assertThat(resolved.path("endsAt").asText()).isEqualTo("2026-01-05T11:00:00Z");
        assertThat(resolved.path("startsAt").asText()).isEqualTo("2026-01-05T11:00:00Z");
    }

    @Test
    void labels_of_a_rule_add_to_ours_and_change_none() {
        Alert alert = Sample.builder()
                .setLabels(Map.of("team", "somebody-else", "run-book", "r1", "1st", "x", "empty", ""))
                .build();

        Map<String, String> labels = AlertLabels.of(alert, false);

        assertThat(labels)
                .containsEntry("team", "billing-care")
                .containsEntry("run_book", "r1")
                .containsEntry("_1st", "x")
                .doesNotContainKey("empty");
    }

    @Test
    void a_webhook_of_alertmanager_has_what_all_alerts_share() {
        Alert other = Sample.builder().setFingerprint("ff").setType("delivery").build();
        JsonNode json = AlertmanagerJson.webhook(Sample.notice(Sample.firing(), other));

        assertThat(json.path("version").asText()).isEqualTo("4");
        assertThat(json.path("commonLabels").has("type")).isFalse();
        assertThat(json.path("commonLabels").path("alertname").asText()).isEqualTo("bot-outage");
        assertThat(json.path("groupLabels").has("severity")).isFalse();
        assertThat(json.path("alerts")).hasSize(2);
    }

    @Test
    void the_same_alert_is_one_incident_of_pagerduty_until_it_is_over() {
        JsonNode trigger = PagerDutySending.event("R1", Sample.firing(), Sample.notice(Sample.firing()));
        JsonNode resolve = PagerDutySending.event("R1", Sample.resolved(), laterNotice(Sample.resolved()));

        assertThat(trigger.path("event_action").asText()).isEqualTo("trigger");
        assertThat(resolve.path("event_action").asText()).isEqualTo("resolve");
        assertThat(resolve.path("dedup_key")).isEqualTo(trigger.path("dedup_key"));
        assertThat(PagerDutySending.event("R1", large("x"), Sample.notice(large("x")))
                        .path("payload")
                        .path("summary")
                        .asText())
                .hasSizeLessThanOrEqualTo(1_024);
    }

    @Test
    void a_trial_says_so_everywhere_and_touches_no_real_incident() {
        Notice trial = new Notice("n_1", "s", List.of(Sample.firing()), Sample.ELEVEN, true);

        assertThat(NoticeJson.of(trial).path("data").path("test").asBoolean()).isTrue();
        assertThat(SlackJson.of(trial).path("text").asText()).startsWith("Test: ");
        assertThat(TeamsJson.of(trial).path("summary").asText()).startsWith("Test: ");
        assertThat(MailText.of(trial).title()).startsWith("Test: ");
        assertThat(PagerDutySending.event("R1", Sample.firing(), trial)
                        .path("dedup_key")
                        .asText())
                .startsWith("test-");
        JsonNode alert = AlertmanagerJson.alerts(trial).get(0);
        assertThat(alert.path("labels").path("test").asText()).isEqualTo("true");
        assertThat(alert.path("endsAt").asText()).isEqualTo("2026-01-05T11:05:00Z");
    }

    @Test
    void mail_in_html_has_no_markup_of_others() {
        String html = MailText.html(MailText.of(Sample.notice(Sample.hostile())));

        assertThat(html).doesNotContain("<script", "<https", "<b>j</b>").contains("&lt;script&gt;");
    }

    private static Notice laterNotice(Alert alert) {
        return new Notice("n_2", "s", List.of(alert), Instant.parse("2026-01-05T12:00:10Z"), false);
    }

    /** As long as anything can be, in letters that may be written in more than one byte. */
    private static Alert large(String letter) {
        String text = letter.repeat(1_200);
        List<String> many = new ArrayList<>(Collections.nCopies(9, text));
        return Sample.builder()
                .setRule(text)
                .setType(text)
                .setTeam(text)
                .setDimension(text)
                .setValue(text)
                .setMessage(text)
                .setDrivers(Collections.nCopies(9, driver(text)))
                .setExamples(many)
                .build();
    }

    private static Driver driver(String text) {
        return new Driver(text, text, -0.5, 0.5, 0.0);
    }
}
