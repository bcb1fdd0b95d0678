package io.journeystream.serve.alerts.targets;

import io.journeystream.definitions.yaml.Section;
import io.journeystream.definitions.yaml.Value;
import io.journeystream.serve.alerts.secrets.SecretPlace;
import io.journeystream.serve.alerts.targets.Target.Alertmanager;
import io.journeystream.serve.alerts.targets.Target.PagerDuty;
import io.journeystream.serve.alerts.targets.Target.Slack;
import io.journeystream.serve.alerts.targets.Target.Teams;
import io.journeystream.serve.alerts.targets.Target.Webhook;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code to} of a subscription. What it says of mistakes never repeats what stands where a secret could: somebody
 * may have written the secret itself.
 */
public final class Targets {
    private static final List<String> KINDS =
            List.of("webhook", "slack", "teams", "email", "alertmanager", "pagerduty");
    private static final Map<String, Webhook.Format> FORMATS =
            Map.of("journeystream", Webhook.Format.JOURNEYSTREAM, "alertmanager", Webhook.Format.ALERTMANAGER);
    private static final WebAddress PAGERDUTY =
            new WebAddress.Written(URI.create("https://events.pagerduty.com/v2/enqueue"));
    private static final int MOST_SECRETS = 2;

    private Targets() {}

    /**
     * The target; mistakes are reported where the section reports them.
     *
     * @param to what stands under {@code to}
     * @return null if there is a mistake
     */
    public static @Nullable Target read(Section to) {
        List<String> given =
                KINDS.stream().filter(kind -> to.get(kind).isGiven()).toList();
        to.finish();
        if (given.size() != 1) {
            String was = given.isEmpty() ? "none is given" : String.join(" and ", given) + " are given";
            to.mistake("needs exactly one of " + String.join(", ", KINDS) + ", and " + was);
            return null;
        }
        Value value = to.get(given.get(0));
        if (!value.isMapping()) {
            value.mistake("must be a mapping of keys to values, such as {url: env:ALERT_URL}");
            return null;
        }
        Section section = value.section();
        Target target = switch (given.get(0)) {
            case "webhook" -> webhook(section);
            case "slack" -> kept(section, "url").map(Slack::new).orElse(null);
            case "teams" -> kept(section, "url").map(Teams::new).orElse(null);
            case "email" -> EmailReader.read(section);
            case "alertmanager" ->
                address(section, "url").map(Alertmanager::new).orElse(null);
            default -> pagerDuty(section);
        };
        section.finish();
        return target;
    }

    private static @Nullable Target webhook(Section section) {
        Optional<WebAddress> url = address(section, "url");
        Webhook.Format format = section.get("format").oneOf(FORMATS, Webhook.Format.JOURNEYSTREAM);
        Value secret = section.get("secret");
        boolean needsSecret = format == Webhook.Format.JOURNEYSTREAM;
        List<SecretPlace> secrets = secret.isGiven() ? places(secret) : List.of();
        if (!secret.isGiven() && needsSecret) {
            section.mistake("needs a secret to sign with: " + SecretPlace.FORMS);
        }
        return url.isEmpty() || (secrets.isEmpty() && (needsSecret || secret.isGiven()))
                ? null
                : new Webhook(url.get(), secrets, format);
    }

    private static @Nullable Target pagerDuty(Section section) {
        Optional<WebAddress> url = section.get("url").isGiven() ? address(section, "url") : Optional.of(PAGERDUTY);
        Optional<SecretPlace> key = place(section, "routing-key");
        return url.isEmpty() || key.isEmpty() ? null : new PagerDuty(url.get(), key.get());
    }

    /** One, or two while one takes the place of the other; none if there is a mistake. */
    private static List<SecretPlace> places(Value value) {
        if (!value.isList()) {
            return place(value).map(List::of).orElse(List.of());
        }
        List<Value> items = value.items();
        if (items.isEmpty() || items.size() > MOST_SECRETS) {
            value.mistake("must be one secret, or two while one takes the place of the other");
        }
        List<SecretPlace> places = new ArrayList<>();
        items.forEach(item -> place(item).ifPresent(places::add));
        return places.size() == items.size() && items.size() <= MOST_SECRETS ? places : List.of();
    }

    private static Optional<WebAddress> address(Section section, String key) {
        return required(section, key, WebAddress.FORMS, value -> plain(value, WebAddress::parse, WebAddress.FORMS));
    }

    private static Optional<WebAddress> kept(Section section, String key) {
        return place(section, key).map(WebAddress.Kept::new);
    }

    static Optional<SecretPlace> place(Section section, String key) {
        return required(section, key, SecretPlace.FORMS, Targets::place);
    }

    private static Optional<SecretPlace> place(Value value) {
        return plain(value, SecretPlace::parse, SecretPlace.FORMS + ": secrets are not written here");
    }

    private static <T> Optional<T> required(
            Section section, String key, String expected, Function<Value, Optional<T>> read) {
        Value value = section.get(key);
        if (!value.isGiven()) {
            section.mistake("needs " + key + ": " + expected);
            return Optional.empty();
        }
        return read.apply(value);
    }

    private static <T> Optional<T> plain(Value value, Function<String, Optional<T>> parse, String expected) {
        String text = value.text("");
        Optional<T> parsed = parse.apply(text);
        if (parsed.isEmpty() && !text.isEmpty()) {
            value.mistake("must be " + expected);
        }
        return parsed;
    }
}
