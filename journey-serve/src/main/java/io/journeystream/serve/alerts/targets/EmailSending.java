package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.reach.Reach;
import io.journeystream.serve.alerts.targets.Target.Email;
import io.journeystream.serve.alerts.targets.Target.Email.Tls;
import jakarta.mail.Authenticator;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Properties;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;

/** Hands mails to a mail server, over a connection that is made here: to an address that was looked at. */
final class EmailSending implements Sending {
    private final Email target;
    private final ChannelSettings settings;
    private final SecretReader secrets;

    EmailSending(Email target, ChannelSettings settings, SecretReader secrets) {
        this.target = target;
        this.settings = settings;
        this.secrets = secrets;
    }

    @Override
    public Sent send(Notice notice, Attempt attempt) throws NotSent {
        String name = target.server() + ":" + target.port();
        String password = target.password() == null ? "" : secrets.read(target.password());
        MailReplies replies = new MailReplies(name, hidden(target.user(), password));
        try (Socket socket = connect(attempt)) {
            send(notice, socket, session(password));
            return new Sent.Accepted();
        } catch (IOException e) {
            return Web.trouble(name, e);
        } catch (MessagingException e) {
            return replies.meaning(e);
        }
    }

    /** As it is, and in what AUTH LOGIN and AUTH PLAIN make of it. */
    static Hidden hidden(@Nullable String user, String password) {
        return Hidden.nothing()
                .and(password)
                .and(encoded(password))
                .and(password.isEmpty() ? "" : encoded("\0" + user + "\0" + password));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private void send(Notice notice, Socket socket, Session session) throws MessagingException {
        SMTPTransport transport = new SMTPTransport(session, null);
        Mail mail = Mail.of(notice, target, session);
        transport.connect(socket);
        transport.sendMessage(mail, mail.getAllRecipients());
        closeKindly(transport);
    }

    /** The mail is sent, whatever comes of the farewell. */
    private static void closeKindly(SMTPTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            return;
        }
    }

    private Session session(String password) {
        Properties properties = new Properties();
        properties.put("mail.smtp.localhost", MailAddress.domain(target.from()));
        properties.put("mail.smtp.quitwait", "false");
        properties.put("mail.smtp.sendpartial", "true");
        properties.put("mail.smtp.auth", String.valueOf(target.user() != null));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.starttls.enable", String.valueOf(target.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.starttls.required", String.valueOf(target.tls() == Tls.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.socketFactory", settings.tls().getSocketFactory());
        return Session.getInstance(properties, authenticator(password));
    }

    private @Nullable Authenticator authenticator(String password) {
        String user = target.user();
        return user == null
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(user, password);
                    }
                };
    }

    /** To the first of its addresses that answers. */
    private Socket connect(Attempt attempt) throws IOException {
        Reach reach = settings.reach();
        IOException last = new UnknownHostException();
        for (InetAddress address : reach.addresses(target.server())) {
            Socket socket = new Socket(Proxy.NO_PROXY);
            attempt.waitsFor(() -> close(socket));
            try {
                int patience = Math.toIntExact(settings.patience().connect().toMillis());
                socket.connect(new InetSocketAddress(address, target.port()), patience);
                socket.setSoTimeout(Math.toIntExact(settings.patience().answer().toMillis()));
                return target.tls() == Tls.TLS ? secured(socket) : socket;
            } catch (IOException e) {
                close(socket);
                last = e;
            }
        }
        throw last;
    }

    /** With the server's name checked against its certificate. */
    private Socket secured(Socket socket) throws IOException {
        SSLSocket secured = (SSLSocket)
                settings.tls().getSocketFactory().createSocket(socket, target.server(), target.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            return; // it is closed
        }
    }
}
