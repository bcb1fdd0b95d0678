package io.journeystream.serve.alerts.targets;

import io.journeystream.serve.alerts.secrets.SecretPlace;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** Where a target is reached over HTTP. It may be shown to anybody. */
public sealed interface WebAddress {

    /** An address that is no secret. */
    record Written(URI uri) implements WebAddress {
        /** Its host, and its port if it has one of its own. */
        @Override
        public String toString() {
            return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
        }
    }

    /** One that is, since whoever knows it may post there. */
    record Kept(SecretPlace place) implements WebAddress {
        @Override
        public String toString() {
            return place.toString();
        }
    }

    /** Empty if the text is neither; {@code FORMS} says what is. */
    static Optional<WebAddress> parse(String text) {
        Optional<WebAddress> written = uri(text).map(Written::new);
        return written.isPresent() ? written : SecretPlace.parse(text).map(Kept::new);
    }

    /** What it must be. */
    String FORMS = "a URL such as https://example.org/alerts without user or password, or " + SecretPlace.FORMS;

    /** Empty if the text is no URL of HTTP, or has a user, a password or a fragment in it. */
    static Optional<URI> uri(String text) {
        try {
            URI uri = new URI(text);
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            boolean isPlain = uri.getHost() != null && uri.getUserInfo() == null && uri.getFragment() == null;
            return isWeb && isPlain ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
