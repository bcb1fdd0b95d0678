package io.journeystream.serve.alerts.targets;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.secrets.SecretPlace;
import io.journeystream.serve.alerts.secrets.Secrets;
import io.journeystream.serve.alerts.targets.Target.Alertmanager;
import io.journeystream.serve.alerts.targets.Target.Email;
import io.journeystream.serve.alerts.targets.Target.Email.Tls;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers with a certificate for 127.0.0.1, which is not one for localhost. */
class TlsTest {
    private static final String PASSWORD = "pass-word-of-mail";
    private static final Map<String, String> ENVIRONMENT = new ConcurrentHashMap<>();

    @TempDir
    private static Path directory;

    private static Certificate certificate;
    private static GreenMail mail;
    private static HttpsServer web;

    @BeforeAll
    static void start() throws Exception {
        certificate = Certificate.of("ip:127.0.0.1", directory);
        System.setProperty("greenmail.tls.keystore.file", certificate.file().toString());
        System.setProperty("greenmail.tls.keystore.password", Certificate.PASSWORD);
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        mail.start();
        mail.setUser("care@b.example", "journeys", PASSWORD);
        web = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        web.setHttpsConfigurator(new HttpsConfigurator(certificate.shown()));
        web.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        web.start();
    }

    @AfterAll
    static void stop() {
        web.stop(0);
        mail.stop();
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @Test
    void who_is_trusted_is_told_over_https() throws Exception {
        assertThat(send(web("127.0.0.1"), certificate.trusted())).isEqualTo(new Sent.Accepted());
    }

    @Test
    void who_is_not_trusted_or_has_another_name_is_not_told() throws Exception {
        assertThat(send(web("127.0.0.1"), SSLContext.getDefault()))
                .isInstanceOf(Sent.Failed.class)
                .asString()
                .contains("certificate that is not trusted");
        assertThat(send(web("localhost"), certificate.trusted())).isInstanceOf(Sent.Failed.class);
    }

    @Test
    void a_mail_server_that_is_trusted_is_told_the_password() throws Exception {
        ENVIRONMENT.put("ALERT_MAIL", PASSWORD);

        assertThat(send(email("127.0.0.1"), certificate.trusted())).isEqualTo(new Sent.Accepted());

        assertThat(mail.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_mail_server_that_is_not_trusted_is_not_told() throws Exception {
        ENVIRONMENT.put("ALERT_MAIL", PASSWORD);

        assertThat(send(email("127.0.0.1"), SSLContext.getDefault()))
                .isInstanceOf(Sent.Failed.class)
                .asString()
                .contains("certificate that is not trusted");
        assertThat(send(email("localhost"), certificate.trusted()))
                .isInstanceOf(Sent.Failed.class)
                .asString()
                .contains("for another name");
    }

    @Test
    void a_wrong_password_is_a_refusal_that_does_not_show_it() throws Exception {
        ENVIRONMENT.put("ALERT_MAIL", "wrong-password");

        assertThat(send(email("127.0.0.1"), certificate.trusted()))
                .isInstanceOf(Sent.Refused.class)
                .asString()
                .contains("535")
                .doesNotContain("wrong-password");
    }

    @Test
    void a_mail_goes_only_where_the_connection_has_turned_private() throws Exception {
        try (ScriptedMailServer server = startingTls()) {
            assertThat(send(startTls("127.0.0.1", server), certificate.trusted()))
                    .isEqualTo(new Sent.Accepted());

            assertThat(server.heard())
                    .filteredOn(line -> !line.startsWith(ScriptedMailServer.SECRETLY))
                    .containsExactly("EHLO b.example", "STARTTLS");
            assertThat(server.heard()).anyMatch(line -> line.contains("MAIL FROM"));
        }
    }

    @Test
    void a_mail_server_of_another_name_turns_private_in_vain() throws Exception {
        try (ScriptedMailServer server = startingTls()) {
            assertThat(send(startTls("localhost", server), certificate.trusted()))
                    .isInstanceOf(Sent.Failed.class)
                    .asString()
                    .contains("for another name");

            assertThat(server.heard()).noneMatch(line -> line.contains("MAIL FROM"));
        }
    }

    private static ScriptedMailServer startingTls() throws Exception {
        return new ScriptedMailServer(
                Map.of("EHLO", "250-here\r\n250 STARTTLS", "STARTTLS", "220 go on"), certificate.shown());
    }

    private static Target startTls(String host, ScriptedMailServer server) {
        return new Email(
                List.of("care@b.example"), "journeys@b.example", host, server.port(), null, null, Tls.STARTTLS);
    }

    private static Target web(String host) {
        return new Alertmanager(new WebAddress.Written(
                URI.create("https://" + host + ":" + web.getAddress().getPort())));
    }

    private static Target email(String host) {
        return new Email(
                List.of("care@b.example"),
                "journeys@b.example",
                host,
                mail.getSmtps().getPort(),
                "journeys",
                SecretPlace.parse("env:ALERT_MAIL").orElseThrow(),
                Tls.TLS);
    }

    private static Sent send(Target target, SSLContext tls) {
        ChannelSettings settings = ChannelSettings.of(
                        Reach.PRIVATE_TOO, new Secrets(ENVIRONMENT::get, null), Clock.systemUTC())
                .with(tls);
        try (Channels channels = new Channels(settings)) {
            return channels.open(target).send(Sample.notice(Sample.firing()));
        }
    }
}
