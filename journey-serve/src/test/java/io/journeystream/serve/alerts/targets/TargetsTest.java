package io.journeystream.serve.alerts.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.definitions.yaml.Mistakes;
import io.journeystream.definitions.yaml.YamlDocument;
import io.journeystream.serve.alerts.secrets.SecretPlace;
import io.journeystream.serve.alerts.targets.Target.Alertmanager;
import io.journeystream.serve.alerts.targets.Target.Email;
import io.journeystream.serve.alerts.targets.Target.Email.Tls;
import io.journeystream.serve.alerts.targets.Target.PagerDuty;
import io.journeystream.serve.alerts.targets.Target.Slack;
import io.journeystream.serve.alerts.targets.Target.Teams;
import io.journeystream.serve.alerts.targets.Target.Webhook;
import io.journeystream.serve.alerts.targets.Target.Webhook.Format;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTest {
    private final Mistakes mistakes = new Mistakes("s.yaml");

    @Test
    void every_kind_is_read() {
        assertThat(read("webhook: {url: 'https://example.org/a', secret: env:ALERT_KEY}"))
                .isEqualTo(new Webhook(
                        written("https://example.org/a"), List.of(place("env:ALERT_KEY")), Format.JOURNEYSTREAM));
        assertThat(read("webhook: {url: env:ALERT_URL, secret: [env:ALERT_NEW, env:ALERT_OLD]}"))
                .isEqualTo(new Webhook(
                        kept("env:ALERT_URL"),
                        List.of(place("env:ALERT_NEW"), place("env:ALERT_OLD")),
                        Format.JOURNEYSTREAM));
        assertThat(read("webhook: {url: 'http://am.example', format: alertmanager}"))
                .isEqualTo(new Webhook(written("http://am.example"), List.of(), Format.ALERTMANAGER));
        assertThat(read("slack: {url: file:/run/secrets/slack}")).isEqualTo(new Slack(kept("file:/run/secrets/slack")));
        assertThat(read("teams: {url: env:ALERT_TEAMS}")).isEqualTo(new Teams(kept("env:ALERT_TEAMS")));
        assertThat(read("alertmanager: {url: 'http://am.example:9093'}"))
                .isEqualTo(new Alertmanager(written("http://am.example:9093")));
        assertThat(read("pagerduty: {routing-key: env:ALERT_PAGER}"))
                .isEqualTo(new PagerDuty(written("https://events.pagerduty.com/v2/enqueue"), place("env:ALERT_PAGER")));
        assertThat(mistakes.inOrder()).isEmpty();
    }

    @Test
    void an_email_has_the_port_of_its_way() {
        assertThat(read("email: {to: [a@b.example], from: j@b.example, server: mail.b.example}"))
                .isEqualTo(new Email(
                        List.of("a@b.example"), "j@b.example", "mail.b.example", 587, null, null, Tls.STARTTLS));
        assertThat(read("email: {to: [a@b.example, c@b.example], from: j@b.example, server: mail.b.example, tls: tls,"
                        + " user: j, password: env:ALERT_MAIL}"))
                .isEqualTo(new Email(
                        List.of("a@b.example", "c@b.example"),
                        "j@b.example",
                        "mail.b.example",
                        465,
                        "j",
                        place("env:ALERT_MAIL"),
                        Tls.TLS));
        assertThat(mistakes.inOrder()).isEmpty();
    }

    @Test
    void all_mistakes_are_found_at_once_and_with_their_places() {
        assertThat(read("""
                        email:
                          to: [a@b.example, nobody]
                          form: j@b.example
                          port: 70000
                          tls: maybe
                          user: j
                        """)).isNull();

        assertThat(mistakes.inOrder())
                .extracting(Object::toString)
                .anyMatch(mistake -> mistake.startsWith("to must be an address") && mistake.endsWith("(s.yaml:2:7)"))
                .anyMatch(mistake -> mistake.startsWith("form is not known here: did you mean from?"))
                .anyMatch(mistake -> mistake.contains("port must be at most 65535"))
                .anyMatch(mistake -> mistake.contains("tls must be one of none, starttls, tls"))
                .anyMatch(mistake -> mistake.contains("needs from"))
                .anyMatch(mistake -> mistake.contains("needs server"))
                .anyMatch(mistake -> mistake.contains("needs both user and password"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{slack: {url: env:ALERT_A}, teams: {url: env:ALERT_B}}",
                "slacks: {url: env:ALERT_A}",
                "webhook: {url: 'https://example.org'}",
                "webhook: {secret: env:ALERT_KEY}",
                "webhook: {url: 'https://example.org', secret: []}",
                "webhook: {url: 'https://example.org', secret: [env:ALERT_A, env:ALERT_B, env:ALERT_C]}",
                "webhook: {url: 'ftp://example.org', secret: env:ALERT_KEY}",
                "webhook: {url: 'example.org', secret: env:ALERT_KEY}",
                "alertmanager: {}",
                "pagerduty: {}",
                "email: {to: [a@b.example], from: j@b.example, server: 'm b'}",
                "email: {to: [], from: j@b.example, server: m}",
                "email: {to: ['a@b.example\\r\\nBcc: c@d'], from: j@b.example, server: m}",
                "email: {to: [\"a@b.example\\r\\nBcc: c@d\"], from: j@b.example, server: m}",
                "email: {to: [a@b.example], from: j@b.example, server: m, tls: none, user: u, password: env:ALERT_P}",
                "slack: 5"
            })
    void what_cannot_be_sent_to_is_a_mistake(String yaml) {
        assertThat(read(yaml)).isNull();
        assertThat(mistakes.inOrder()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "slack: {url: 'https://hooks.slack.com/services/T0/B0/SECRET'}",
                "slack: {url: SECRET}",
                "slack: SECRET",
                "slack: {url: [SECRET]}",
                "teams: {url: 'https://prod.example.org/workflows/SECRET'}",
                "pagerduty: {routing-key: SECRET}",
                "webhook: {url: 'https://example.org', secret: whsec_SECRET}",
                "webhook: {url: 'https://example.org', secret: [env:ALERT_KEY, whsec_SECRET]}",
                "webhook: {url: 'https://user:SECRET@example.org', secret: env:ALERT_KEY}",
                "alertmanager: {url: 'https://user:SECRET@example.org'}",
                "email: {to: [a@b.example], from: j@b.example, server: m, user: u, password: SECRET}",
                "slack: {url: env:OTHER_SECRET}"
            })
    void a_secret_that_is_written_down_is_refused_and_not_repeated(String yaml) {
        assertThat(read(yaml)).isNull();
        assertThat(mistakes.inOrder()).isNotEmpty();
        assertThat(mistakes.inOrder()).extracting(Object::toString).noneMatch(text -> text.contains("SECRET"));
    }

    private @Nullable Target read(String yaml) {
        return Targets.read(YamlDocument.read(yaml.getBytes(StandardCharsets.UTF_8), mistakes)
                .section());
    }

    private static WebAddress written(String url) {
        return new WebAddress.Written(URI.create(url));
    }

    private static WebAddress kept(String text) {
        return new WebAddress.Kept(place(text));
    }

    private static SecretPlace place(String text) {
        return SecretPlace.parse(text).orElseThrow();
    }
}
