package io.journeystream.serve.alerts.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.alerts.Alert;
import io.journeystream.alerts.Severity;
import io.journeystream.definitions.yaml.Mistake;
import io.journeystream.serve.alerts.Alerts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EntryFileTest {
    private static final Instant FRIDAY_NIGHT = Instant.parse("2026-03-06T22:30:00Z");
    private static final Instant SATURDAY_MORNING = Instant.parse("2026-03-07T05:59:00Z");

    private static EntryFile.Read read(String content) {
        return EntryFile.read("chat.yaml", content, to -> to.get("webhook").text(""), Instant.EPOCH);
    }

    private static Subscription subscription(String more) {
        EntryFile.Read read = read("id: chat\nteam: billing\nto: {webhook: x}\n" + more);
        assertThat(read.mistakes()).isEmpty();
        return (Subscription) Objects.requireNonNull(read.entry());
    }

    private static Silence silence(String more) {
        EntryFile.Read read = read("kind: silence\nid: quiet\nteam: billing\nwhy: moving\nmatch: {}\n" + more);
        assertThat(read.mistakes()).isEmpty();
        return (Silence) Objects.requireNonNull(read.entry());
    }

    private static List<String> mistakes(String content) {
        return read(content).mistakes().stream().map(Mistake::toString).toList();
    }

    @Test
    void what_is_not_said_is_the_standard() {
        Subscription subscription = subscription("");

        assertThat(subscription.hearing()).isEqualTo(Hearing.ALL);
        assertThat(subscription.repeat()).isEqualTo(Duration.ofHours(4));
        assertThat(subscription.grouping()).isEqualTo(Grouping.STANDARD);
        assertThat(subscription.resolved()).isTrue();
    }

    @Test
    void everything_can_be_said() {
        Subscription subscription = subscription("""
                hear: {teams: [billing], types: [billing], severities: {min: warning}, rules: [bot-outage], labels: {area: bot}}
                quiet-hours: {from: 22:00, to: 07:00, timezone: Europe/Berlin, days: [fri], except: critical}
                repeat: never
                group: {by: [rule], wait: 0s, interval: 1m}
                resolved: false
                """);

        assertThat(subscription.hearing().severities()).isEqualTo(Set.of(Severity.WARNING, Severity.CRITICAL));
        assertThat(subscription.repeat()).isNull();
        assertThat(subscription.grouping())
                .isEqualTo(new Grouping(Set.of("rule"), Duration.ZERO, Duration.ofMinutes(1), Grouping.MOST));
        assertThat(subscription.resolved()).isFalse();
    }

    @Test
    void an_alert_is_heard_if_it_fits_everything() {
        Alert alert = Alerts.firing("a", Instant.EPOCH);

        assertThat(subscription("hear: {types: [billing], labels: {area: bot}}")
                        .hearing()
                        .hears(alert))
                .isTrue();
        assertThat(subscription("hear: {types: [billing], labels: {area: ivr}}")
                        .hearing()
                        .hears(alert))
                .isFalse();
        assertThat(subscription("hear: {severities: [info, critical]}")
                        .hearing()
                        .hears(alert))
                .isFalse();
        assertThat(subscription("hear: {teams: [delivery]}").hearing().hears(alert))
                .isFalse();
    }

    @Test
    void quiet_hours_over_midnight_belong_to_the_day_on_which_they_begin() {
        Subscription subscription = subscription(
                "quiet-hours: {from: 22:00, to: 07:00, timezone: Europe/Berlin, days: [fri], except: critical}");

        assertThat(subscription.holds(Severity.WARNING, FRIDAY_NIGHT)).isTrue();
        assertThat(subscription.holds(Severity.WARNING, SATURDAY_MORNING)).isTrue();
        assertThat(subscription.holds(Severity.CRITICAL, FRIDAY_NIGHT)).isFalse();
        assertThat(subscription.holds(Severity.WARNING, SATURDAY_MORNING.plusSeconds(60)))
                .isFalse();
        assertThat(subscription.holds(Severity.WARNING, FRIDAY_NIGHT.plus(Duration.ofDays(1))))
                .isFalse();
    }

    @Test
    void a_weekly_silence_keeps_its_time_of_day_when_clocks_change() {
        Silence silence = silence("""
                from: 2026-03-22T22:00:00+01:00
                until: 2026-03-22T23:00:00+01:00
                recurrence: weekly
                timezone: Europe/Berlin
                ends: 2026-04-05T00:00:00+02:00
                """);

        assertThat(silence.holds(Instant.parse("2026-03-22T21:30:00Z"))).isTrue();
        assertThat(silence.holds(Instant.parse("2026-03-29T20:30:00Z"))).isTrue();
        assertThat(silence.holds(Instant.parse("2026-03-29T21:30:00Z"))).isFalse();
        assertThat(silence.holds(Instant.parse("2026-04-05T20:30:00Z"))).isFalse();
    }

    @Test
    void no_team_makes_another_one_deaf_but_to_what_it_owns() {
        Silence ours = silence("from: 2026-03-06T00:00:00Z\nuntil: 2026-03-07T00:00:00Z");
        Subscription theirs =
                new Subscription("ops", "ops", Hearing.ALL, null, null, Grouping.STANDARD, true, "", Instant.EPOCH);
        Alert owned = Alerts.firing("a", Instant.EPOCH);
        Alert foreign = Alert.newBuilder(owned).setTeam("delivery").build();

        assertThat(ours.mutes(theirs, owned, FRIDAY_NIGHT)).isTrue();
        assertThat(ours.mutes(theirs, foreign, FRIDAY_NIGHT)).isFalse();
        assertThat(ours.mutes(subscription(""), foreign, FRIDAY_NIGHT)).isTrue();
    }

    @Test
    void all_mistakes_are_told_at_once_with_their_places() {
        assertThat(mistakes("""
                        id: a b
                        teem: billing
                        hear: {severities: {min: loud}, type: [billing]}
                        quiet-hours: {from: 10pm, timezone: Mars}
                        repeat: 1m
                        group: {by: [typ]}
                        """))
                .satisfiesExactlyInAnyOrder(
                        m -> assertThat(m).contains("needs a team", "chat.yaml:1:1"),
                        m -> assertThat(m).contains("needs to:", "chat.yaml:1:1"),
                        m -> assertThat(m).contains("id must be 1 to 100", "chat.yaml:1:5"),
                        m -> assertThat(m).contains("teem is not known here", "did you mean team?", "chat.yaml:2:1"),
                        m -> assertThat(m).contains("min must be one of", "chat.yaml:3:26"),
                        m -> assertThat(m).contains("type is not known here", "types?", "chat.yaml:3:33"),
                        m -> assertThat(m).contains("needs to, a time of day", "chat.yaml:4:14"),
                        m -> assertThat(m).contains("from must be a time of day", "chat.yaml:4:21"),
                        m -> assertThat(m).contains("timezone must be a time zone", "chat.yaml:4:37"),
                        m -> assertThat(m).contains("repeat must be at least 5m", "chat.yaml:5:9"),
                        m -> assertThat(m).contains("by must be some of", "chat.yaml:6:14"));
    }

    @Test
    void a_silence_must_end_and_say_why() {
        assertThat(mistakes("kind: silence\nid: q\nteam: billing\nfrom: 2026-03-06T00:00:00Z\nrecurrence: weekly"))
                .satisfiesExactlyInAnyOrder(
                        m -> assertThat(m).contains("needs match"),
                        m -> assertThat(m).contains("needs why"),
                        m -> assertThat(m).contains("needs until"),
                        m -> assertThat(m).contains("needs ends"));
    }
}
