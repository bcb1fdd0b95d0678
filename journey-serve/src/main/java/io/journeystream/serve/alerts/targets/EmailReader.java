package io.journeystream.serve.alerts.targets;

import io.journeystream.definitions.yaml.Bounds;
import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import io.journeystream.serve.alerts.secrets.SecretPlace;
import io.journeystream.serve.alerts.targets.Target.Email;
import io.journeystream.serve.alerts.targets.Target.Email.Tls;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an e-mail target. */
final class EmailReader {
    private static final Map<String, Tls> TLS = Map.of("starttls", Tls.STARTTLS, "tls", Tls.TLS, "none", Tls.NONE);
    private static final Bounds PORT = Bounds.between(1, 65_535);
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
    private static final String HOST_FORM = "the name of a mail server such as mail.example.org";
    private static final int MOST_RECIPIENTS = 50;

    private EmailReader() {}

    static @Nullable Target read(Section section) {
        List<String> to = recipients(section);
        Optional<String> from = sender(section);
        Optional<String> server = server(section);
        Tls tls = section.get("tls").oneOf(TLS, Tls.STARTTLS);
        int port = section.get("port").count(port(tls), PORT);
        Value user = section.get("user");
        Value password = section.get("password");
        Optional<SecretPlace> place = password.isGiven() ? Targets.place(section, "password") : Optional.empty();
        boolean isWhole = !to.isEmpty() && from.isPresent() && server.isPresent();
        return signsInRightly(section, user, password, tls) && isWhole && place.isPresent() == password.isGiven()
                ? new Email(to, from.get(), server.get(), port, user.textOrNull(), place.orElse(null), tls)
                : null;
    }

    private static int port(Tls tls) {
        return switch (tls) {
            case STARTTLS -> 587;
            case TLS -> 465;
            case NONE -> 25;
        };
    }

    private static boolean signsInRightly(Section section, Value user, Value password, Tls tls) {
        if (user.isGiven() != password.isGiven()) {
            section.mistake("needs both user and password, or neither");
            return false;
        }
        if (password.isGiven() && tls == Tls.NONE) {
            password.mistake("is sent over TLS only: set tls to starttls or tls");
            return false;
        }
        return !user.isGiven() || !user.text("").isEmpty();
    }

    private static List<String> recipients(Section section) {
        Value value = section.get("to");
        if (!value.isGiven() || (value.isList() && value.items().isEmpty())) {
            section.mistake("needs to, a list of addresses such as [team@example.org]");
            return List.of();
        }
        List<String> texts = value.texts(List.of());
        List<String> addresses = new ArrayList<>();
        texts.forEach(text -> MailAddress.parse(text).ifPresentOrElse(addresses::add, () -> wrong(value, text)));
        if (texts.size() > MOST_RECIPIENTS) {
            value.mistake("must be at most " + MOST_RECIPIENTS + " addresses: give a list of your mail server's");
        }
        return addresses.size() == texts.size() && texts.size() <= MOST_RECIPIENTS ? addresses : List.of();
    }

    private static Optional<String> sender(Section section) {
        Value value = section.get("from");
        if (!value.isGiven()) {
            section.mistake("needs from, the address that it comes from");
            return Optional.empty();
        }
        String text = value.text("");
        Optional<String> from = MailAddress.parse(text);
        if (from.isEmpty() && !text.isEmpty()) {
            wrong(value, text);
        }
        return from;
    }

    private static void wrong(Value value, String text) {
        value.mistake("must be an address such as team@example.org, was " + text);
    }

    private static Optional<String> server(Section section) {
        Value value = section.get("server");
        if (!value.isGiven()) {
            section.mistake("needs server, " + HOST_FORM);
            return Optional.empty();
        }
        return value.read(
                text -> HOST.matcher(text).matches() ? Optional.of(Optional.of(text)) : Optional.empty(),
                HOST_FORM,
                Optional.empty());
    }
}
