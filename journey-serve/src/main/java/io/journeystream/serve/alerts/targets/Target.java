package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.secrets.SecretPlace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where alerts are sent, as docs/targets.md describes it. Says where secrets are, and holds none. */
public sealed interface Target {

    /** Its key in YAML, such as {@code slack}. */
    String kind();

    /**
     * Any receiver of JSON over HTTP.
     *
     * @param secrets each signs by itself, so that one can take the place of another; none only for the format of
     *     Alertmanager
     */
    record Webhook(WebAddress url, List<SecretPlace> secrets, Format format) implements Target {

        /** What it is sent. */
        public enum Format {
            /** Our own. */
            JOURNEYSTREAM,
            /** As Prometheus' Alertmanager sends to webhooks, version 4. */
            ALERTMANAGER
        }

        public Webhook {
            secrets = List.copyOf(secrets);
            if (secrets.isEmpty() && format == Format.JOURNEYSTREAM) {
                throw new IllegalArgumentException("a webhook needs a secret to sign with");
            }
        }

        @Override
        public String kind() {
            return "webhook";
        }
    }

    /** A channel of Slack, by an incoming webhook. */
    record Slack(WebAddress url) implements Target {
        @Override
        public String kind() {
            return "slack";
        }
    }

    /** A channel of Microsoft Teams, by a workflow that posts what it receives. */
    record Teams(WebAddress url) implements Target {
        @Override
        public String kind() {
            return "teams";
        }
    }

    /**
     * People, by e-mail.
     *
     * @param to at least one address
     * @param user null if the server wants none; then there is no password either
     */
    record Email(
            List<String> to,
            String from,
            String server,
            int port,
            @Nullable String user,
            @Nullable SecretPlace password,
            Tls tls)
            implements Target {

        /** How the way to the server is kept private. */
        public enum Tls {
            /** It begins in the clear and must turn private before anything is said. */
            STARTTLS,
            /** From the first byte. */
            TLS,
            /** Not at all. */
            NONE
        }

        public Email {
            to = List.copyOf(to);
            if (to.isEmpty()) {
                throw new IllegalArgumentException("an e-mail needs somebody to go to");
            }
            if ((user == null) != (password == null)) {
                throw new IllegalArgumentException("user and password go together");
            }
            if (password != null && tls == Tls.NONE) {
                throw new IllegalArgumentException("a password is sent over TLS only");
            }
        }

        @Override
        public String kind() {
            return "email";
        }
    }

    /** Prometheus' Alertmanager, which then tells people by its own rules. */
    record Alertmanager(WebAddress url) implements Target {
        @Override
        public String kind() {
            return "alertmanager";
        }
    }

    /** A service of PagerDuty, by its Events API v2. */
    record PagerDuty(WebAddress url, SecretPlace routingKey) implements Target {
        @Override
        public String kind() {
            return "pagerduty";
        }
    }
}
