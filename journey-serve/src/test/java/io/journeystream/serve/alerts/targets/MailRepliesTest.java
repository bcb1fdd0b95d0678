package io.journeystream.serve.alerts.targets;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.secrets.Secrets;
import io.journeystream.serve.alerts.targets.Target.Email;
import io.journeystream.serve.alerts.targets.Target.Email.Tls;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailRepliesTest {
    private static final Sent ACCEPTED = new Sent.Accepted();

    @Test
    void a_mail_that_is_taken_is_sent_even_if_the_farewell_fails() throws Exception {
        assertThat(send(Map.of("QUIT", "500 no"))).isEqualTo(ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL FROM, 553 not you",
        "RCPT TO, 550 5.1.1 nobody of that name",
        "RCPT TO, 554 relay denied",
        "DATA, 554 no valid recipients",
        "., 552 too much",
    })
    void what_is_refused_for_good_is_a_refusal(String line, String answer) throws Exception {
        assertThat(send(Map.of(line, answer)))
                .isInstanceOf(Sent.Refused.class)
                .asString()
                .contains("127.0.0.1:", answer);
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL FROM, 421 too busy",
        "MAIL FROM, 451 later",
        "RCPT TO, 450 greylisted",
        "RCPT TO, 452 full",
        "DATA, 451 later",
        "., 451 4.3.0 later",
    })
    void what_may_pass_is_a_failure(String line, String answer) throws Exception {
        assertThat(send(Map.of(line, answer)))
                .isInstanceOf(Sent.Failed.class)
                .asString()
                .contains(answer);
    }

    @Test
    void who_greets_badly_may_greet_better_later() throws Exception {
        assertThat(send(Map.of("", "554 go away"))).isInstanceOf(Sent.Failed.class);
    }

    @Test
    void those_who_got_it_do_not_get_it_again_because_of_one_who_never_will() throws Exception {
        assertThat(send(Map.of("RCPT TO:<gone@b.example>", "550 gone")))
                .isInstanceOf(Sent.Refused.class)
                .asString()
                .contains("has taken it for some", "550 gone");
    }

    @Test
    void one_who_may_get_it_later_is_tried_again() throws Exception {
        assertThat(send(Map.of("RCPT TO:<gone@b.example>", "450 later")))
                .isInstanceOf(Sent.Failed.class)
                .asString()
                .contains("has taken it for some", "450 later");
    }

    @Test
    void what_a_server_says_is_quoted_in_one_short_line() throws Exception {
        String why = ((Sent.Refused) send(Map.of("RCPT TO", "550 \u0007" + "x".repeat(900)))).why();

        assertThat(why).doesNotContain("\u0007", "\n").hasSizeLessThan(300);
    }

    @Test
    void a_line_with_a_dot_does_not_end_a_mail() throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
            send(server, Sample.notice(Sample.hostile()));

            assertThat(server.heard())
                    .filteredOn(line -> line.startsWith("MAIL FROM"))
                    .hasSize(1);
            assertThat(server.heard()).filteredOn(line -> line.equals(".")).hasSize(1);
        }
    }

    @Test
    void neither_a_password_nor_what_it_is_sent_as_is_shown() {
        Hidden hidden = EmailSending.hidden("journeys", "open sesame");

        for (String form : List.of("open sesame", base64("open sesame"), base64("\0journeys\0open sesame"))) {
            assertThat(hidden.in("535 what is " + form + "?")).isEqualTo("535 what is ***?");
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Sent send(Map<String, String> answers) throws Exception {
        try (ScriptedMailServer server = new ScriptedMailServer(answers)) {
            return send(server, Sample.notice(Sample.firing()));
        }
    }

    private static Sent send(ScriptedMailServer server, Notice notice) {
        Email email = new Email(
                List.of("care@b.example", "gone@b.example"),
                "journeys@b.example",
                "127.0.0.1",
                server.port(),
                null,
                null,
                Tls.NONE);
        Secrets secrets = new Secrets(name -> null, null);
        try (Channels channels = new Channels(ChannelSettings.of(Reach.PRIVATE_TOO, secrets, Clock.systemUTC()))) {
            return channels.open(email).send(notice);
        }
    }
}
