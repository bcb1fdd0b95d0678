package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.targets.Target.Email;
import io.journeystream.serve.alerts.wording.NoticeText;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;

/**
 * A notice as a mail. Its id is the notice's, so that a mail server or reader that gets it twice can tell; mails about one
 * alert refer to the same id, so that readers show them together.
 */
final class Mail extends MimeMessage {
    private static final String CHARSET = "utf-8";

    private final String id;

    private Mail(Session session, String id) {
        super(session);
        this.id = id;
    }

    static Mail of(Notice notice, Email target, Session session) throws MessagingException {
        String domain = MailAddress.domain(target.from());
        Mail mail = new Mail(session, id(notice.id(), domain));
        NoticeText text = MailText.of(notice);
        mail.setFrom(new InternetAddress(target.from()));
        for (String to : target.to()) {
            mail.addRecipient(RecipientType.TO, new InternetAddress(to));
        }
        mail.setSubject(text.title(), CHARSET);
        mail.setSentDate(Date.from(notice.at()));
        mail.setHeader("Auto-Submitted", "auto-generated"); // or holiday notes would come back
        if (notice.alerts().size() == 1) {
            mail.setHeader("References", id("alert-" + notice.alerts().get(0).getFingerprint(), domain));
        }
        MimeMultipart body = new MimeMultipart("alternative");
        body.addBodyPart(part(MailText.plain(text), "plain"));
        body.addBodyPart(part(MailText.html(text), "html"));
        mail.setContent(body);
        mail.saveChanges();
        return mail;
    }

    private static MimeBodyPart part(String text, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, CHARSET, kind);
        return part;
    }

    private static String id(String name, String domain) {
        return "<" + URLEncoder.encode(name, StandardCharsets.UTF_8) + "@" + domain + ">";
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
