package io.journeystream.serve.alerts.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.secrets.Secrets;
import io.journeystream.serve.alerts.targets.ChannelSettings.Patience;
import io.journeystream.serve.alerts.targets.Target.Email;
import io.journeystream.serve.alerts.targets.Target.Email.Tls;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With a mail server that nobody here wrote. */
class EmailTest {
    private static final Patience LITTLE =
            new Patience(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(5));

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void people_get_a_mail_that_says_what_has_happened() throws Exception {
        assertThat(send(Sample.notice(Sample.firing()))).isEqualTo(new Sent.Accepted());

        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("Critical: bot-outage in billing");
        assertThat(mail.getMessageID()).isEqualTo("<n_5b1f0c77@b.example>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("References")).containsExactly("<alert-0f3c1d2b4a5968778695@b.example>");
        assertThat(mail.getSentDate()).isEqualTo(Sample.ELEVEN);
        assertThat(mail.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("care@b.example");
        MimeMultipart body = (MimeMultipart) mail.getContent();
        assertThat(body.getContentType()).startsWith("multipart/alternative");
        assertThat((String) body.getBodyPart(0).getContent()).contains("Containment, strict: 4.7 %");
        assertThat((String) body.getBodyPart(1).getContent()).contains("<td>4.7 %</td>");
    }

    @Test
    void nothing_of_an_alert_becomes_a_header_or_a_command() throws Exception {
        send(Sample.notice(Sample.hostile()));

        MimeMessage mail = only();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getSubject()).doesNotContain("\r", "\n").contains("Bcc: victim@example.org");
    }

    @Test
    void a_mail_that_is_sent_again_has_the_same_id() throws Exception {
        send(Sample.notice(Sample.firing()));
        send(Sample.notice(Sample.firing()));

        MimeMessage[] mails = server.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
    }

    @Test
    void nobody_gets_a_mail_in_the_clear_who_asked_for_tls() {
        Sent sent = send(email(Tls.STARTTLS), Reach.PRIVATE_TOO);

        assertThat(sent).isInstanceOf(Sent.Refused.class).asString().contains("no STARTTLS");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_server_without_tls_is_a_failure_where_tls_is_asked_for() {
        assertThat(send(email(Tls.TLS), Reach.PRIVATE_TOO)).isInstanceOf(Sent.Failed.class);
    }

    @Test
    void a_mail_server_on_this_machine_is_out_of_reach_unless_allowed() {
        assertThat(send(email(Tls.NONE), Reach.PUBLIC))
                .isInstanceOf(Sent.Refused.class)
                .asString()
                .contains("not allowed");
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void no_mail_server_is_a_failure() {
        Email email = email(Tls.NONE);
        server.stop();

        assertThat(send(email, Reach.PRIVATE_TOO)).isInstanceOf(Sent.Failed.class);
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private Email email(Tls tls) {
        return new Email(
                List.of("care@b.example"),
                "journeys@b.example",
                "127.0.0.1",
                server.getSmtp().getPort(),
                null,
                null,
                tls);
    }

    private Sent send(Notice notice) {
        return send(email(Tls.NONE), Reach.PRIVATE_TOO, notice);
    }

    private Sent send(Email email, Reach reach) {
        return send(email, reach, Sample.notice(Sample.firing()));
    }

    private static Sent send(Email email, Reach reach, Notice notice) {
        Secrets secrets = new Secrets(name -> null, null);
        try (Channels channels = new Channels(
                ChannelSettings.of(reach, secrets, Clock.systemUTC()).with(LITTLE))) {
            return channels.open(email).send(notice);
        }
    }
}
