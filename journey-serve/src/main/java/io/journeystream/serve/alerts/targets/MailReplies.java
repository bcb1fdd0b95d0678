package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.wording.OneLine;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What a mail server has against a mail.
 *
 * @param name of the server, in sentences
 */
record MailReplies(String name, Hidden hidden) {
    private static final int QUOTED = 200;
    private static final int CODE = 3;
    private static final String NO_STARTTLS = "STARTTLS is required";

    /** A reply, such as {@code 550 5.1.1 no such user}. */
    private record Reply(int code, String text) {}

    /**
     * What came of it. Where some recipients have it, those who may not have it do not make the others get it again; those
     * who may have it later do.
     */
    Sent meaning(MessagingException e) {
        List<Reply> replies = new ArrayList<>();
        for (Exception each = e; each != null; each = next(each)) {
            add(replies, each);
            if (each instanceof IOException trouble) {
                return Web.trouble(name, trouble);
            }
        }
        String why = name + some(e) + quoted(replies, e);
        boolean isLater = replies.stream().anyMatch(reply -> reply.code() / 100 == 4);
        boolean isNever = replies.stream().anyMatch(reply -> reply.code() / 100 == 5);
        return isLater || !(isNever || isOurs(e)) ? new Sent.Failed(why, null) : new Sent.Refused(why);
    }

    private static @Nullable Exception next(Exception e) {
        return e instanceof MessagingException messaging ? messaging.getNextException() : null;
    }

    private static void add(List<Reply> replies, Exception e) {
        if (e instanceof SMTPAddressFailedException failed) {
            replies.add(new Reply(failed.getReturnCode(), text(failed)));
        } else if (e instanceof SMTPSendFailedException failed) {
            replies.add(new Reply(failed.getReturnCode(), text(failed)));
        } else if (e instanceof AuthenticationFailedException failed
                && text(failed).matches("(?s)[45]\\d\\d\\b.*")) {
            replies.add(new Reply(Integer.parseInt(text(failed).substring(0, CODE)), text(failed)));
        }
    }

    private static String text(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private static String some(MessagingException e) {
        boolean isPart = e instanceof SendFailedException failed
                && failed.getValidSentAddresses() != null
                && failed.getValidSentAddresses().length > 0;
        return isPart ? " has taken it for some, and answered" : " answered";
    }

    private String quoted(List<Reply> replies, MessagingException e) {
        String text = replies.stream()
                .filter(reply -> reply.code() >= 400)
                .map(Reply::text)
                .collect(Collectors.joining("; "));
        if (!text.isEmpty()) {
            return " " + OneLine.of(hidden.in(text), QUOTED);
        }
        if (text(e).startsWith(NO_STARTTLS)) {
            return " that it has no STARTTLS: set tls to tls, or to none";
        }
        return e instanceof AuthenticationFailedException
                ? " that it does not take this user and password"
                : " what no mail server should";
    }

    /** Whether the target must be written otherwise. */
    private static boolean isOurs(MessagingException e) {
        return e instanceof AuthenticationFailedException || text(e).startsWith(NO_STARTTLS);
    }
}
